"""Documents given back with their findings: comments in DOCX and XLSX, notes in PDF, a list beside every other file.

The original is never changed; what is written is a copy of it, part by part, with nothing but the marks added.
"""

from .tandai import Ditandai, tandai_dokumen

__all__ = ["Ditandai", "tandai_dokumen"]
