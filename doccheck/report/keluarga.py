"""The families of rules by the names that reports print, in the order of the catalogue."""

from __future__ import annotations

from ..bahasa import tandai

KELUARGA: dict[str, str] = {
    "DOK": tandai("Kelengkapan dan identitas dokumen"),
    "SEL": tandai("Keselarasan antar dokumen"),
    "TGT": tandai("Target dan kondisi awal"),
    "IND": tandai("Kualitas sasaran dan indikator"),
    "LVL": tandai("Kesesuaian level jabatan"),
    "CAS": tandai("Penjenjangan kinerja (cascading)"),
    "CRS": tandai("Crosscutting"),
    "PK": tandai("Formalitas Perjanjian Kinerja"),
    "ANG": tandai("Anggaran"),
    "NOM": tandai("Nomenklatur"),
    "LKJ": tandai("Laporan kinerja"),
    "MON": tandai("Rencana aksi dan pengukuran berkala"),
    "TLR": tandai("Tindak lanjut hasil evaluasi"),
    "DAT": tandai("Kerapian data"),
    "EXT": tandai("Keterbacaan dokumen"),
}
"""A family that is not here is shown by its letters."""
