"""OCR of scanned pages and of pictures that hold tables, where tesseract and OpenCV are installed."""

from .engine import available, hint, ocr_page
from .pictures import with_ocr

__all__ = ["available", "hint", "ocr_page", "with_ocr"]
