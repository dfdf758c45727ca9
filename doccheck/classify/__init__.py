"""Classification of goals and indicators: orientation, measure, polarity, theme.

spaCy is loaded by the first call of `orientation` only.
"""

from .label import Orientation
from .orientasi import orientation
from .sasaran import sasaran_orientasi
from .sifat import is_measure, polaritas, tema

__all__ = ["Orientation", "is_measure", "orientation", "polaritas", "sasaran_orientasi", "tema"]
