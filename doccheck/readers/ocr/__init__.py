"""OCR of scanned pages and of pictures that hold tables, where tesseract and OpenCV are installed."""

from .engine import available, hint, ocr_page
from .pictures import PICTURES, with_ocr

__all__ = ["PICTURES", "available", "hint", "ocr_page", "with_ocr"]
