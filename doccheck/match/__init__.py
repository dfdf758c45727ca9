"""Linking the documents of one pemda: comparison of phrases, identity of agencies, alignment of performance trees."""

from .banding import Comparison, compare
from .frasa import parse_phrase
from .kelompok import Butir, ButirIndikator, Kelompok, kelompok, kunci
from .normal import normalise
from .pd import kunci_pd, sama_pd
from .taut import tautkan

__all__ = [
    "Butir",
    "ButirIndikator",
    "Comparison",
    "Kelompok",
    "compare",
    "kelompok",
    "kunci",
    "kunci_pd",
    "normalise",
    "parse_phrase",
    "sama_pd",
    "tautkan",
]
