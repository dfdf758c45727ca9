"""A phrase taken apart: how it measures, which way it points, and what it is about.

`parse_phrase` is where the time goes; it is cached, so that a comparison is only work on small sets.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from ..simpanan.diingat import diingat
from .kata import akar, dikenal, stop
from .leksikon import bobot, leksikon
from .makna import makna
from .normal import lazim, normalise, satuan_dalam

Kind = Literal["sasaran", "indikator", "program"]


class Frasa(Struct, frozen=True, array_like=True):
    """A phrase in its parts.

    teks: normalised text · huruf: its letters and digits · ukuran: kind of measure, None where none is named · perubahan: "tumbuh"
    or "turun" where it measures a change · arah: direction of a goal's first word · sebutan: the words for ukuran and perubahan ·
    inti: roots of the content words in order · isi: root -> weight · bilangan: numbers (ages, classes) · kata: root -> word as
    written · berat: sum of the weights · grup: groups of near words that its roots belong to · predikat: roots of its passive
    verbs ("yang ditangani") · satuan: unit in its last bracket · asing: roots that the vocabulary does not know · kepala: first
    root that is not generic · bidang: root after "bidang", "sektor", "urusan".
    """

    teks: str
    huruf: str
    ukuran: str | None
    perubahan: str | None
    arah: str | None
    sebutan: tuple[str, str]
    inti: tuple[str, ...]
    isi: dict[str, float]
    bilangan: frozenset[str]
    kata: dict[str, str]
    berat: float
    grup: frozenset[int]
    predikat: frozenset[str]
    satuan: str | None
    asing: frozenset[str]
    kepala: str
    bidang: str | None


_COMMON = 20
"""A word in this many phrases of the nomenclature is no name of a region on its own ("tanah", "air")."""


def _of_a_name(words: list[str], at: int) -> bool:
    word, lex = words[at], leksikon()
    if word in lex.wilayah:
        return lex.kosakata[word] < _COMMON or words[at - 1] in lex.wilayah or (at + 1 < len(words) and words[at + 1] in lex.wilayah)
    return not stop(word) and not dikenal(word) and word not in lex.akronim


def _drop_places(words: list[str]) -> list[str]:
    """Drops names of regions after their marker ("kabupaten <name>") and names of provinces."""
    sense = makna()
    out: list[str] = []
    at = 0
    while at < len(words):
        starts = words[at] in sense.awal_provinsi
        size = next((n for n in (4, 3, 2, 1) if tuple(words[at : at + n]) in sense.provinsi), 0) if starts else 0
        if size:
            at += size
            continue
        out.append(words[at])
        at += 1
        if out[-1] in sense.penanda_tempat:
            first = at
            while at < len(words) and _of_a_name(words, at):
                at += 1
            if at > first:
                out.pop()
    return out


def _expansions(words: list[str]) -> list[list[str]]:
    """The words with acronyms written out: all readings, at most four."""
    readings: list[list[str]] = [[]]
    for word in words:
        options = leksikon().akronim.get(word)
        if options is not None and any(word not in option and set(option) <= set(words) for option in options):
            continue  # "Indeks Kepuasan Masyarakat (IKM)": the text explains its own acronym
        if options is None:
            for reading in readings:
                reading.append(word)
        elif len(options) == 1 or len(readings) > 2:
            for reading in readings:
                reading.extend(options[0])
        else:
            readings = [[*reading, *option] for reading in readings for option in options]
    return readings


def _rewrite(roots: list[str]) -> list[str]:
    phrases = makna().frasa
    out: list[str] = []
    at = 0
    while at < len(roots):
        for pattern, right in phrases.get(roots[at], ()):
            if tuple(roots[at : at + len(pattern)]) == pattern:
                out.extend(right)
                at += len(pattern)
                break
        else:
            out.append(roots[at])
            at += 1
    return out


def _build(words: list[str], kind: Kind, teks: str, huruf: str, satuan: str | None) -> Frasa:
    sense = makna()
    words = [w for w in words if w not in ("program", "kegiatan", "subkegiatan")] if kind == "program" else words
    ukuran: str | None = None
    perubahan: str | None = None
    arah: str | None = None
    sebutan: tuple[str, str] = ("", "")
    at = 0
    if kind == "indikator":
        while at < len(words):
            word = words[at]
            if word in sense.hiasan or (word == "rata" and ukuran is not None) or stop(word):
                pass
            elif word in sense.perubahan and perubahan is None:
                perubahan = sense.perubahan[word]
                sebutan = (sebutan[0], akar(word))
            elif word in sense.ukuran:
                if perubahan is not None and word in ("jumlah", "nilai", "total"):
                    pass  # "Pertumbuhan jumlah X" is the growth of X
                elif ukuran is None or ukuran in ("angka",):
                    ukuran = sense.ukuran[word]
                    sebutan = (word, sebutan[1])
                if word in sense.ukuran_isi and (ukuran == sense.ukuran[word] or word not in ("panjang", "luas")):
                    break
            else:
                break
            at += 1
        if perubahan is None and len(words) - at > 1 and words[-1] in sense.predikat_perubahan:
            perubahan = sense.predikat_perubahan[words[-1]]  # "... yang berkurang"
            sebutan = (sebutan[0], akar(words[-1]))
            words = words[:-1]
    elif words and kind == "sasaran":
        arah = sense.arah.get(words[0]) or sense.arah.get(akar(words[0]))
        at = 1 if arah else 0
    kata: dict[str, str] = {}
    roots: list[str] = []
    bilangan: set[str] = set()
    predikat: set[str] = set()
    for word in words[at:]:
        if word[0].isdigit():
            bilangan.add(word)
        elif word == "%" or stop(word):
            continue
        else:
            plain = akar(word)
            root = sense.setara.get(plain, plain)
            kata.setdefault(root, word)
            roots.append(root)
            telling = root not in sense.sedang or word in sense.predikat
            if kind == "indikator" and plain != word and word.startswith(("di", "ter")) and telling:
                predikat.add(root)
    roots = _rewrite(roots)
    inti = tuple(dict.fromkeys(roots))
    if not inti:
        inti = tuple(dict.fromkeys(akar(word) for word in words if not stop(word)))
    isi = {root: _weight(root, kind) for root in inti}
    grup = frozenset().union(*(sense.dekat.get(root, frozenset()) for root in inti))
    specific = (root for root in inti if root not in sense.umum and root not in sense.sedang)
    kepala = next(specific, inti[0] if inti else "")
    bidang = next((after for before, after in pairwise(inti) if before in sense.lingkup_bidang), None)
    berat = sum(isi.values()) or 0.1
    asing = frozenset(root for root in inti if root not in sense.frekuensi_akar)
    return Frasa(
        teks, huruf, ukuran, perubahan, arah, sebutan, inti, isi, frozenset(bilangan), kata, berat, grup, frozenset(predikat),
        satuan, asing, kepala, bidang,
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _weight(root: str, kind: Kind) -> float:
    sense = makna()
    if root in sense.umum:
        return 0.12
    if root in sense.sedang or (kind == "program" and root in sense.tindakan_program):
        return 0.3
    return bobot(sense.frekuensi_akar.get(root, 1))


@diingat(tuple[Frasa, ...])
def parse_phrase(text: str, kind: Kind = "indikator") -> tuple[Frasa, ...]:
    """The readings of a phrase (several where an acronym has several meanings)."""
    teks = normalise(text)
    huruf = "".join(teks.split())
    words = _drop_places(lazim(text, teks).split())
    satuan = satuan_dalam(text)
    readings = [_build(reading, kind, teks, huruf, satuan) for reading in _expansions(words)]
    return tuple({(*reading.inti, reading.ukuran or ""): reading for reading in readings}.values())
