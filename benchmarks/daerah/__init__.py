"""Small made-up regions drawn by a seed, clean and with defects: the unseen sets of `bench_daerah.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))  # its builders write the documents
