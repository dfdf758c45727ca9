"""Reasons of comparisons and classifications in the reader's language.

match and classify tell their reasons in Indonesian, once and for all languages, because results are remembered; what shows them puts them
through `terjemah`. Words of the cues stand in rules/leksikon/isyarat.yaml and come from there into the catalogue (docs/build_locale.py).
"""

from __future__ import annotations

import re
from functools import lru_cache

from .bahasa import _, get_lang, tandai

POLA = (
    tandai("teks sama"),
    tandai("teks kosong"),
    tandai("nama sama"),
    tandai("rumusan berbeda"),
    tandai("objek berbeda"),
    tandai("urutan kata berbeda"),
    tandai("kata pembuka berbeda"),
    tandai("arah berlawanan"),
    tandai("hanya ejaan, singkatan, atau kata tugas"),
    tandai("keterangan dalam kurung tidak dihitung"),
    tandai("satu dari beberapa butir dalam satu teks"),
    tandai("objek berbeda: {isi}"),
    tandai("bidang berbeda: {isi}"),
    tandai("penyebut berbeda: {isi}"),
    tandai("satuan berbeda: {isi}"),
    tandai("ukuran berbeda: {isi}"),
    tandai("ukuran {isi}, satuan sama: {satuan}"),
    tandai("ukuran {isi}"),
    tandai("sepadan: {isi}"),
    tandai("bilangan: {isi}"),
    tandai("kata diganti: {isi}"),
    tandai("tambahan kontekstual: {isi}"),
    tandai("tambahan isi: {isi}"),
    tandai("target sama pada {isi} tahun"),
    tandai("kolom rujukan menyebut {isi}"),
    tandai("perangkat daerah yang sama dengan nama lain: {isi}"),
    tandai("dua program berbeda dalam nomenklatur"),
    tandai("nama lama dan baru dari program yang sama dalam nomenklatur"),
    tandai("ditetapkan {isi} dalam {asal}"),
    tandai("dokumen perubahan menggantikan dokumen sebelumnya"),
    tandai("dokumen yang ditetapkan menggantikan rancangannya"),
    tandai("perubahannya ditandatangani setelah tahunnya berakhir"),
    tandai("tanggalnya lebih baru"),
    tandai("berkas lain memuat dokumen yang sama"),
    tandai("tidak ada isyarat dalam rumusan"),
    tandai("isyarat saling meniadakan"),
    tandai("kalimat tidak menunjukkan keadaan atau kegiatan"),
    tandai("hanya mengulang indikatornya: {isi}"),
    tandai("kata yang sama dua kali"),
    tandai("yang berubah adalah kegiatan perangkat daerah"),
)
"""The forms of reasons; what stands in braces is quoted from a document or is a number."""

UKURAN = (tandai("tanpa ukuran"), tandai("pertumbuhan"), tandai("penurunan"), tandai("keadaan"))
"""Measures that a reason names in words of ours."""


@lru_cache
def _bentuk() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms with places to fill in."""
    found = []
    for form in POLA:
        if "{" in form:
            parts = re.split(r"\{(\w+)\}", form)
            pattern = "".join(re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+)" for at, part in enumerate(parts))
            found.append((form, re.compile(pattern, re.S)))
    return tuple(found)


def terjemah(teks: str) -> str:
    """A reason ("satuan berbeda: % / orang; sepadan: ..."), part by part in the current language."""
    return teks if get_lang() == "id" else "; ".join(_bagian(part) for part in re.split(r"; (?=[^”]*(?:“|$))", teks))


def _bagian(teks: str) -> str:
    if (whole := _(teks)) != teks:
        return whole
    for form, pattern in _bentuk():
        if found := pattern.fullmatch(teks):
            return _(form).format(**{name: _ukuran(text) for name, text in found.groupdict().items()})
    head, colon, rest = teks.partition(": ")  # a cue and the word that it was found in
    return f"{_(head)}{colon}{rest}"


def _ukuran(teks: str) -> str:
    return " / ".join(_(part) if part in UKURAN else part for part in teks.split(" / "))
