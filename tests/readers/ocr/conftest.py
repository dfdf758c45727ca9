"""Tests that need tesseract are marked `ocr`. They fail where it is missing, so that they are never left out unseen; whoever
cannot install it sets DOCCHECK_TANPA_OCR=1."""

from __future__ import annotations

import os

import pytest

from doccheck.readers.ocr import available, hint


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("ocr") and not available():
        if os.environ.get("DOCCHECK_TANPA_OCR") == "1":
            pytest.skip("DOCCHECK_TANPA_OCR=1")
        pytest.fail(f"OCR is not installed: {hint()}; or set DOCCHECK_TANPA_OCR=1 to leave these tests out", pytrace=False)
