"""The PDF reader: text and ruling lines through pdfium, tables from our own grid finder."""

from .document import read_pdf
from .render import render

__all__ = ["read_pdf", "render"]
