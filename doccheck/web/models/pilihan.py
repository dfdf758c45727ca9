"""Fixed choices that the tables hold, with their words."""

from __future__ import annotations

from doccheck.bahasa import tandai

PERAN = {
    "pd": tandai("Perangkat daerah"),
    "bappeda": tandai("Peninjau Bappeda"),
    "evaluator": tandai("Evaluator"),
    "admin": tandai("Administrator"),
}
TRIASE = {
    "terbuka": tandai("Belum ditinjau"),
    "diterima": tandai("Diterima"),
    "ditolak": tandai("Ditolak"),
    "telaah": tandai("Perlu telaah"),
}
KEADAAN_PERIKSA = {
    "antre": tandai("Menunggu giliran"),
    "membaca": tandai("Membaca dokumen"),
    "memeriksa": tandai("Memeriksa keselarasan"),
    "selesai": tandai("Selesai"),
    "gagal": tandai("Gagal"),
}
KEADAAN_BERKAS = {
    "antre": tandai("Menunggu giliran"),
    "dibaca": tandai("Sedang dikenali"),
    "siap": tandai("Dikenali"),
    "gagal": tandai("Tidak terbaca"),
    "ditolak": tandai("Ditolak"),
    "masuk": tandai("Tersimpan"),
}
BELUM_DIKENALI = ("antre", "dibaca")
"""Of KEADAAN_BERKAS: what waits to be recognised, and what is being read."""
KEADAAN_TUGAS = ("antre", "jalan", "selesai", "gagal")


def pilihan(table: dict[str, str]) -> list[tuple[str, str]]:
    """For `choices` of a field."""
    return list(table.items())
