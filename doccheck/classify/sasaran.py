"""Orientation of goal sentences: a condition that should come about, or an activity of the office dressed up as one."""

from __future__ import annotations

import re
from functools import lru_cache

from ..match import normalise
from .orientasi import Orientation

_ACTIVITY = re.compile(r"^(?:terlaksana\w*|terselenggara\w*|tersusun\w*|terfasilitasi\w*|terbinanya|terlayaninya|terkoordinasi\w*|tersalur\w*|terbangunnya|"
                       r"terkirim\w*|terdokumentasi\w*|tersosialisasi\w*|terhimpun\w*|terinventarisasi\w*)\b")
_DO = re.compile(r"^(?:melaksanakan|menyelenggarakan|menyusun|membangun|mengadakan|melakukan|memfasilitasi|mengelola|menyediakan|memberikan|membina|"
                 r"mengkoordinasikan|mengoordinasikan|menyalurkan|memelihara|mendata|menginventarisasi|menyiapkan|mensosialisasikan)\b")
_DOING = re.compile(r"^(?:pelaksanaan|penyelenggaraan|penyusunan|penyediaan|pembinaan|pengadaan|pemeliharaan|fasilitasi|koordinasi|sosialisasi|pendampingan|"
                    r"pembangunan|pengelolaan|pelayanan administrasi)\b")
_OUTPUT = re.compile(r"^(?:tersedianya|terpenuhinya|terbangunnya|tersedia)\b.*\b(?:dokumen|laporan|sarana|prasarana|fasilitas|data|barang|jasa|peralatan|"
                     r"gedung|kendaraan|bahan|anggaran|kebutuhan|administrasi|layanan internal)\b")
_RESULT = re.compile(r"^(?:meningkat\w*|terwujud\w*|mewujudkan|perwujudan|menurun\w*|berkurang\w*|tercapai\w*|tercipta\w*|menciptakan|peningkatan|penurunan|"
                     r"pengurangan|menguat\w*|memperkuat|penguatan|terjamin\w*|menjamin|membaik\w*|optimal\w*|bertambah\w*|tumbuh\w*|berkembang\w*|terkendali\w*|"
                     r"mengurangi|terjaga\w*|terpelihara\w*|terlindungi\w*|mencapai|meratanya|tersedianya|terpenuhinya|terpadu\w*|efektif\w*|kualitas|kesejahteraan)\b")
_MANAGE = re.compile(r"\b(?:pelaksanaan|penyelenggaraan|penyusunan|koordinasi|fasilitasi|pengadaan|penyediaan|pembinaan|sosialisasi|monitoring|evaluasi) "
                     r"(?:kegiatan|program|rapat|dokumen|laporan|tugas|administrasi|pelatihan|sosialisasi|pembinaan|pengawasan)\b")
# "Meningkatnya peningkatan ...", "Terwujudnya perwujudan ...": the sentence promises its own verb.
_TAUTOLOGY = re.compile(r"^(?:meningkat\w*|peningkatan) (?:peningkatan|meningkat\w*)\b|^(?:terwujud\w*|mewujudkan) (?:perwujudan|terwujud\w*)\b|"
                        r"^(?:terlaksana\w*|melaksanakan) pelaksanaan\b|^(?:terselenggara\w*|menyelenggarakan) penyelenggaraan\b")


@lru_cache(maxsize=16384)
def sasaran_orientasi(teks: str) -> Orientation:
    """Orientation of a tujuan or sasaran: "outcome" for a condition, "output" for goods or documents at hand, "proses" for an
    activity or a tautology. Sentences without a telling beginning are "tidak_diketahui"."""
    text = normalise(teks)
    first = text.split()[0] if text else ""
    if _TAUTOLOGY.search(text):
        return Orientation("proses", 0.8, f"tautologi: {' '.join(text.split()[:2])}")
    if _ACTIVITY.match(text):
        return Orientation("proses", 0.9, f"kata pembuka kegiatan: {first}")
    if _DO.match(text):
        strong = not re.search(r"\b(?:prima|berkualitas|kualitas)\b", text)
        return Orientation("proses", 0.85 if strong else 0.6, f"kata pembuka kegiatan: {first}")
    if _DOING.match(text):
        return Orientation("proses", 0.75, f"kata pembuka kegiatan: {first}")
    if _OUTPUT.match(text):
        return Orientation("output", 0.75, "menyatakan tersedianya barang, dokumen, atau layanan")
    if _RESULT.match(text):
        if managed := _MANAGE.search(text):
            return Orientation("proses", 0.6, f"perubahan pada kegiatan sendiri: {managed[0]}")
        return Orientation("outcome", 0.85, f"kata pembuka keadaan: {first}")
    return Orientation("tidak_diketahui", 0.3, "kata pembuka tidak menunjukkan keadaan atau kegiatan")
