"""Small made-up documents for tests of linking."""

from __future__ import annotations

from doccheck.model import Dokumen, Indikator, Jenis, Kinerja, Level, Nilai


def node(id: str, level: Level, uraian: str, *indikator: str | Indikator, **more: object) -> Kinerja:
    made = tuple(Indikator(uraian=item) if isinstance(item, str) else item for item in indikator)
    return Kinerja(id=id, level=level, uraian=uraian, indikator=made, **more)  # type: ignore[arg-type]


def indikator(uraian: str, satuan: str | None = None, **target: float) -> Indikator:
    """`indikator("Indeks Desa", _2025=1.0)`: targets by year."""
    values = {year.strip("_"): Nilai(teks=str(value), jenis="angka", angka=value) for year, value in target.items()}
    return Indikator(uraian=uraian, satuan=satuan, target=values)


def dokumen(berkas: str, jenis: Jenis, *kinerja: Kinerja, pd: str | None = None, **more: object) -> Dokumen:
    return Dokumen(berkas=berkas, jenis=jenis, pemda="Kota Contoh", perangkat_daerah=pd, kinerja=kinerja, **more)  # type: ignore[arg-type]
