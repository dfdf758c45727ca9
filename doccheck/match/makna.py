"""What words mean to one another: measures, synonyms, contrasts, generic words; from rules/leksikon, by root."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Any

from msgspec import Struct

from .kata import akar, pecah, stop
from .leksikon import baris, leksikon, muat, tunggal


class Makna(Struct, frozen=True):
    """ukuran: measure word -> kind · sepadan: pairs of kinds that may stand for each other · perubahan: word -> "tumbuh" | "turun" ·
    predikat_perubahan: closing verb ("yang berkurang") -> the same · ukuran_isi: measure words that belong to the object too · setara:
    root -> root it equals · dekat: root -> numbers of its groups · kontras, kontras_status: root -> numbers of its sets, the latter of
    indicators and programmes only · pembatas, syarat: roots that narrow what is measured · tindakan: roots that measure work instead of
    a condition · program_baku: letters of an official programme name -> number of its programme · lingkup_bidang: roots that introduce
    a field ("bidang kesehatan") · predikat: passive verbs that tell although their root is common · uang: roots of
    what is measured in money · sebutan_uang: measure words that say the same of it · laju: kinds of measure that say the same of a
    change · besaran: kinds that count, whose state is no change ·
    provinsi, awal_provinsi: names of provinces word by word, and their first words."""

    ukuran: dict[str, str]
    ukuran_isi: frozenset[str]
    sepadan: frozenset[frozenset[str]]
    perubahan: dict[str, str]
    predikat_perubahan: dict[str, str]
    hiasan: frozenset[str]
    satuan: frozenset[str]
    arah: dict[str, str]
    umum: frozenset[str]
    sedang: frozenset[str]
    tindakan_program: frozenset[str]
    setara: dict[str, str]
    dekat: dict[str, frozenset[int]]
    kontras: dict[str, frozenset[int]]
    kontras_status: dict[str, frozenset[int]]
    pembatas: frozenset[str]
    syarat: frozenset[str]
    tindakan: frozenset[str]
    program_baku: dict[str, int]
    lingkup_bidang: frozenset[str]
    frasa: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
    provinsi: frozenset[tuple[str, ...]]
    awal_provinsi: frozenset[str]
    penanda_tempat: frozenset[str]
    frekuensi_akar: dict[str, int]
    predikat: frozenset[str]
    uang: frozenset[str]
    sebutan_uang: frozenset[str]
    laju: frozenset[str]
    besaran: frozenset[str]


def _roots(text: str, setara: dict[str, str]) -> tuple[str, ...]:
    roots = (akar(word) for word in text.replace("-", " ").split() if not stop(word))
    return tuple(setara.get(root, root) for root in roots)


def _groups(lists: list[list[str]], setara: dict[str, str]) -> dict[str, frozenset[int]]:
    """Root -> numbers of the lists that hold it."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(lists):
        for word in words:
            roots = _roots(word, setara)
            if len(roots) == 1:
                index[roots[0]].add(number)
    return {root: frozenset(numbers) for root, numbers in index.items()}


def _programmes() -> dict[str, int]:
    """Letters of each official programme name -> number of its programme (an old and a new name share one)."""
    return {"".join(pecah(name.lower())): number for number, line in enumerate(baris("program.txt")) for name in line.split(" = ")}


def _only_single_words(name: str, sections: dict[str, Any]) -> None:
    """Refuses entries of several words in lists that work word by word."""
    for section, content in sections.items():
        lists = content.values() if isinstance(content, dict) else content
        for words in lists if all(isinstance(one, list) for one in lists) else (content,):
            tunggal(name, section, words)


_JENIS = ("sepadan", "laju", "besaran")
"""Sections of ukuran.yaml that hold kinds of measure and no words."""


@lru_cache(maxsize=1)
def makna() -> Makna:
    """The relations of words, built from the lexicon once."""
    measures, synonyms, contrasts, places = muat("ukuran.yaml"), muat("sinonim.yaml"), muat("kontras.yaml"), muat("tingkat.yaml")
    _only_single_words("sinonim.yaml", {name: synonyms[name] for name in ("setara", "dekat")})
    _only_single_words("kontras.yaml", contrasts)
    _only_single_words("ukuran.yaml", {name: content for name, content in measures.items() if name not in _JENIS})
    ukuran: dict[str, str] = {}
    for kind, words in measures["jenis"].items():
        for word in words:
            ukuran.setdefault(word, kind)
    sepadan = {frozenset((a, b)) for group in measures["sepadan"] for a in group for b in group}
    setara: dict[str, str] = {}
    for group in synonyms["setara"]:
        first = akar(group[0])
        setara.update((akar(word), first) for word in group[1:] if akar(word) != first)
    frasa: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for pattern, right in synonyms["frasa"].items():
        roots, others = _roots(str(pattern), setara), _roots(right, setara)
        if roots and roots != others:
            frasa[roots[0]].append((roots, others))
    for short in leksikon().utuh:
        for expansion in leksikon().akronim[short]:
            roots = _roots(" ".join(expansion), setara)
            frasa[roots[0]].append((roots, (short,)))
    for options in frasa.values():
        options.sort(key=lambda option: -len(option[0]))
    frekuensi: dict[str, int] = defaultdict(int)
    for word, count in leksikon().kosakata.items():
        root = akar(word)
        frekuensi[setara.get(root, root)] += count
    perubahan = dict.fromkeys(measures["pertumbuhan"], "tumbuh") | dict.fromkeys(measures["penurunan"], "turun")
    closing = {word: change for change, words in measures["predikat_perubahan"].items() for word in words}
    return Makna(
        ukuran=ukuran,
        ukuran_isi=frozenset(measures["bagian_objek"]),
        sepadan=frozenset(sepadan),
        perubahan=perubahan,
        predikat_perubahan=closing,
        hiasan=frozenset(measures["hiasan"]),
        satuan=frozenset(str(word) for word in measures["satuan"]),
        arah={word: arah for arah, words in measures["arah"].items() for word in words},
        umum=frozenset(akar(word) for word in measures["umum"]),
        sedang=frozenset(akar(word) for word in measures["sedang"]),
        tindakan_program=frozenset(akar(word) for word in measures["tindakan_program"]),
        setara=setara,
        dekat=_groups(synonyms["dekat"], setara),
        kontras=_groups(contrasts["objek"], setara),
        kontras_status=_groups(contrasts["status"], setara),
        pembatas=frozenset(akar(word) for word in contrasts["pembatas"]),
        syarat=frozenset(akar(word) for word in contrasts["syarat"]),
        tindakan=frozenset(akar(word) for word in contrasts["tindakan"]),
        program_baku=_programmes(),
        lingkup_bidang=frozenset(akar(word) for word in contrasts["bidang"]),
        frasa=dict(frasa),
        provinsi=frozenset(tuple(name.split()) for name in places["provinsi"]),
        awal_provinsi=frozenset(name.split()[0] for name in places["provinsi"]),
        penanda_tempat=frozenset(places["penanda_tempat"]),
        frekuensi_akar=dict(frekuensi),
        predikat=frozenset(measures["predikat"]),
        uang=frozenset(akar(word) for word in measures["uang"]),
        sebutan_uang=frozenset(measures["sebutan_uang"]),
        laju=frozenset(measures["laju"]),
        besaran=frozenset(measures["besaran"]),
    )
