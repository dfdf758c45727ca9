"""Two versions of small documents, in the notation of the rules' examples."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from doccheck.checks.examples import dokumen
from doccheck.model import Dokumen

RENSTRA: dict[str, Any] = {
    "jenis": "renstra",
    "pd": "Dinas Perhubungan",
    "periode": [2025, 2029],
    "kinerja": [
        {
            "tujuan": "Meningkatnya kualitas layanan perhubungan",
            "indikator": ["Indeks kepuasan masyarakat | indeks | awal 2024: 80,1 | 2025: 81 | 2026: 82"],
            "anak": [
                {
                    "sasaran": "Meningkatnya keselamatan lalu lintas jalan",
                    "indikator": ["Angka kecelakaan per 10.000 penduduk | angka | 2025: 9 | 2026: 8 | akhir: 5"],
                    "anak": [
                        {
                            "program": "Program Penyelenggaraan LLAJ",
                            "kode": "2.15.02",
                            "anggaran": {"2025": "1.000.000.000", "2026": "1.500.000.000"},
                        }
                    ],
                },
                {"sasaran": "Meningkatnya kelancaran angkutan umum", "indikator": ["Persentase trayek yang dilayani | % | 2026: 70"]},
            ],
        }
    ],
}


def buat(data: dict[str, Any], berkas: str = "renstra.pdf") -> Dokumen:
    (made,) = dokumen([_years(data)])
    return replace(made, berkas=berkas)


def _years(data: Any) -> Any:
    """Years of money as numbers, which they are no more after a way through JSON."""
    if isinstance(data, dict):
        return {int(key) if str(key).isdigit() else key: _years(value) for key, value in data.items()}
    return [_years(item) for item in data] if isinstance(data, list) else data
