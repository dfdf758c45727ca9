"""Orientation, measure, polarity and theme: the cases of kasus.yaml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from doccheck.classify import is_measure, orientation, polaritas, sasaran_orientasi, tema

KASUS = yaml.safe_load((Path(__file__).parent / "kasus.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("label", "text", "unit"), [(label, *row) for label, rows in KASUS["orientasi"].items() for row in rows])
def test_orientation(label, text, unit):
    result = orientation(text, unit)
    assert result.label == label, result
    assert result.confidence > 0.5
    assert result.reason


@pytest.mark.parametrize("text", KASUS["ragu"])
def test_abstains_without_cues(text):
    result = orientation(text)
    assert result.label == "tidak_diketahui"
    assert result.confidence < 0.7


@pytest.mark.parametrize(("label", "text"), [(label, text) for label, texts in KASUS["sasaran"].items() for text in texts])
def test_sasaran(label, text):
    assert sasaran_orientasi(text).label == label


@pytest.mark.parametrize(("text", "expected"), [*((t, True) for t in KASUS["ukuran"]), *((t, False) for t in KASUS["bukan_ukuran"])])
def test_is_measure(text, expected):
    assert is_measure(text) is expected


@pytest.mark.parametrize(("arah", "text"), [(arah, text) for arah, texts in KASUS["polaritas"].items() for text in texts])
def test_polaritas(arah, text):
    assert polaritas(text) == arah


def test_polaritas_unknown():
    assert polaritas("Xyz") is None


@pytest.mark.parametrize(("text", "themes"), KASUS["tema"])
def test_tema(text, themes):
    assert list(tema(text)) == themes


def test_spacy_is_loaded_by_the_first_classification_only():
    loaded = "print('spacy' in sys.modules)"
    code = f"import sys, doccheck.classify as c; c.polaritas('IPM'); {loaded}; c.orientation('IPM'); {loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
