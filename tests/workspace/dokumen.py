"""Small documents that read well, made where a test needs them."""

from __future__ import annotations

from pathlib import Path

TAHUN = ("2025", "2026", "2027", "2028", "2029")
BARIS = (
    ("Meningkatnya kualitas layanan perhubungan", "", "Indeks kepuasan masyarakat", "Indeks", "80,1", "81", "82", "83", "84", "85"),
    ("", "Meningkatnya keselamatan lalu lintas", "Angka kecelakaan per 10.000 penduduk", "Angka", "9,5", "9", "8", "7", "6", "5"),
)


def renstra(path: Path, pemda: str = "Kota Sembilang", dinas: str = "Dinas Perhubungan") -> Path:
    """A Renstra as HTML: a cover and one table of tujuan, sasaran and indicators."""
    head = "".join(f'<th rowspan="2">{name}</th>' for name in ("Tujuan", "Sasaran", "Indikator", "Satuan", "Kondisi Awal 2024"))
    years = "".join(f"<th>{tahun}</th>" for tahun in TAHUN)
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in BARIS)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"<html><body><h1>RENCANA STRATEGIS</h1><h1>{dinas.upper()}</h1><h1>{pemda.upper()}</h1><h1>TAHUN 2025-2029</h1>"
        "<h2>Tabel 3.1 Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah</h2>"
        f'<table border="1"><tr>{head}<th colspan="5">Target</th></tr><tr>{years}</tr>{rows}</table></body></html>',
        encoding="utf-8",
    )
    return path


def pk(path: Path, pemda: str = "Kota Sembilang", dinas: str = "Dinas Perhubungan", target: str = "9") -> Path:
    """The performance agreement of the agency's head for 2026: one sasaran of `renstra`, where fewer than 8 accidents are promised."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"<html><body><h1>PERJANJIAN KINERJA TAHUN 2026</h1><h1>{dinas.upper()}</h1><h1>{pemda.upper()}</h1>"
        f"<p>Yang bertanda tangan di bawah ini:</p><p>Nama : Sri Contoh</p><p>Jabatan : Kepala {dinas}</p>"
        "<p>selanjutnya disebut pihak pertama</p>"
        '<table border="1"><tr><th>No</th><th>Sasaran</th><th>Indikator Kinerja</th><th>Satuan</th><th>Target</th></tr>'
        "<tr><td>1</td><td>Meningkatnya keselamatan lalu lintas</td><td>Angka kecelakaan per 10.000 penduduk</td><td>Angka</td>"
        f"<td>{target}</td></tr></table></body></html>",
        encoding="utf-8",
    )
    return path
