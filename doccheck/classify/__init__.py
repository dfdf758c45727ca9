"""Classification of goals and indicators: orientation, measure, polarity, theme. spaCy is loaded by the first call of `orientation` only."""

from .orientasi import Orientation, orientation
from .sasaran import sasaran_orientasi
from .sifat import is_measure, polaritas, tema

__all__ = ["Orientation", "is_measure", "orientation", "polaritas", "sasaran_orientasi", "tema"]
