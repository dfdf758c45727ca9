"""Two versions of the documents of one pemda against each other: what their goals, indicators, targets and money became, which findings
are solved, which remain, and which links have to be looked at again."""

from .banding import bandingkan
from .bentuk import PasanganDokumen, Perbandingan, Tersangka, Ubah

__all__ = ["PasanganDokumen", "Perbandingan", "Tersangka", "Ubah", "bandingkan"]
