"""Linking the documents of one pemda: comparison of phrases, identity of agencies, alignment of performance trees."""

from .banding import Comparison, compare
from .frasa import normalise, parse_phrase

__all__ = ["Comparison", "compare", "normalise", "parse_phrase"]
