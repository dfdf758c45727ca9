"""The vocabulary of doccheck: what a planning document says, where it says it, and what we hold against it.

Everything is frozen: each stage of the pipeline makes new objects and changes none.
Domain nouns are Indonesian as the field writes them (sasaran, indikator, satuan, target, anggaran, bukti).
"""

from .bacaan import BagianTabel, KolomTerbaca, SelRagu, TabelTerbaca
from .dasar import LEVELS, SEVERITIES, Catatan, Jenis, Keparahan, Kotak, Level, Lokasi, Verdict
from .dokumen import Dokumen
from .isi import Analisis, Bagian, JenisAnalisis, Kategori, NilaiKomponen, Rekomendasi, Unsur
from .kinerja import Indikator, JenisTabel, Kinerja, Lingkup, Pihak, Total
from .nilai import Baseline, JenisNilai, Nilai
from .report import DokumenPilihan, PutusanDipakai, Report
from .riwayat import AbaikanUsang, Diabaikan, Riwayat, Tercatat, Triase
from .strategi import JenisStrategi, Strategi, Visi
from .tautan import Tautan, Ujung
from .temuan import Bukti, Finding, HasilUji, Keputusan, TidakDinilai, TindakLanjut

__all__ = [
    "LEVELS",
    "SEVERITIES",
    "AbaikanUsang",
    "Analisis",
    "Bagian",
    "BagianTabel",
    "Baseline",
    "Bukti",
    "Catatan",
    "Diabaikan",
    "Dokumen",
    "DokumenPilihan",
    "Finding",
    "HasilUji",
    "Indikator",
    "Jenis",
    "JenisAnalisis",
    "JenisNilai",
    "JenisStrategi",
    "JenisTabel",
    "Kategori",
    "Keparahan",
    "Keputusan",
    "Kinerja",
    "KolomTerbaca",
    "Kotak",
    "Level",
    "Lingkup",
    "Lokasi",
    "Nilai",
    "NilaiKomponen",
    "Pihak",
    "PutusanDipakai",
    "Rekomendasi",
    "Report",
    "Riwayat",
    "SelRagu",
    "Strategi",
    "TabelTerbaca",
    "Tautan",
    "Tercatat",
    "TidakDinilai",
    "TindakLanjut",
    "Total",
    "Triase",
    "Ujung",
    "Unsur",
    "Verdict",
    "Visi",
]
