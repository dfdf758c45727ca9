"""The package without its extras: OCR's OpenCV is not installed, and everything else works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "kota-sembilang"
WITHOUT_CV2 = """
import importlib.abc, importlib.machinery, sys
class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "cv2":
            raise ModuleNotFoundError("No module named 'cv2'", name="cv2")
        return None
sys.meta_path.insert(0, Missing())
import importlib.util
seen = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name == "cv2" else seen(name, package)
from doccheck.cli import main
sys.exit(main())
"""


def test_check_without_opencv(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_CV2, "check", str(SAMPLES / "Renstra-Dinas-Perhubungan.pdf"), "-q", "-j", "1"]
    done = subprocess.run(command, capture_output=True, text=True, env={"DOCCHECK_CACHE": str(tmp_path), "PATH": ""}, check=False)
    assert "cv2" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
