"""Classification of goals and indicators: orientation, measure, polarity, theme.

spaCy is loaded by the first call of `orientation` only.
"""

from .label import Orientation
from .orientasi import orientation
from .rumusan import PenilaianSasaran, mengulang, penilaian_sasaran
from .sasaran import sasaran_orientasi
from .sifat import is_measure, polaritas, tema

__all__ = [
    "Orientation",
    "PenilaianSasaran",
    "is_measure",
    "mengulang",
    "orientation",
    "penilaian_sasaran",
    "polaritas",
    "sasaran_orientasi",
    "tema",
]
