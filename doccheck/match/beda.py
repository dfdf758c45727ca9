"""Differences between two aligned phrases: each costs a part of the score and has a reason that a person can check.

Costs are in points of the score (0..1); two texts are no longer one from a sum of about a half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from .frasa import Frasa, Kind
from .makna import makna
from .selaras import Selaras

DIFFERENT = 0.5
"""Cost that alone makes two texts different."""


REPLACED = 1.4
"""Cost of replaced words per share of the shorter text."""
OWN_WEIGHT: dict[Kind, float] = {"indikator": 0.5, "sasaran": 0.25, "program": 0.25}
"""Cost of a replaced word by its own weight, which decides in long names."""
ADDED: dict[Kind, float] = {"indikator": 0.75, "sasaran": 0.75, "program": 0.55}
"""Cost of one-sided additions per share of the longer text."""


class Beda(Struct, frozen=True):
    """One difference; `alasan` None where another one tells it already."""

    biaya: float
    alasan: str | None = None


def beda(a: Frasa, b: Frasa, s: Selaras, kind: Kind) -> Iterator[Beda]:
    """All differences, the gravest kinds first."""
    object_ = _objek(a, b, s, kind)
    if object_:
        yield Beda(DIFFERENT + 0.1, object_)
    if kind == "indikator":
        yield from _ukuran(a, b)
        yield Beda(_kepala(a, b, s))
    elif kind == "sasaran":
        yield from _arah(a, b)
    yield from _bilangan(a, b)
    yield from _sisa(a, b, s, kind, named=object_ is not None)


def _kontras(a: Frasa, b: Frasa, left: Sequence[str], right: Sequence[str], kind: Kind) -> str | None:
    sense = makna()
    for contrasts in (sense.kontras,) if kind == "sasaran" else (sense.kontras, sense.kontras_status):
        for x in left:
            sets = contrasts.get(x)
            if sets is not None:
                for y in right:
                    other = contrasts.get(y)
                    if other is not None and not sets.isdisjoint(other):
                        return _objek_berbeda(a, b, x, y)
    return None


def _objek_berbeda(a: Frasa, b: Frasa, x: str, y: str) -> str:
    return f"objek berbeda: {a.kata.get(x, x)} / {b.kata.get(y, y)}"


def _objek(a: Frasa, b: Frasa, s: Selaras, kind: Kind) -> str | None:
    """Contrast words, contrasting heads ("Jumlah investor ... investasi" / "Jumlah investasi ..."), other fields, other passive verbs."""
    if not s.beda_a and not s.beda_b:
        return None
    found = _kontras(a, b, s.beda_a, s.beda_b, kind)
    if found is None and a.kepala != b.kepala:
        found = _kontras(a, b, (a.kepala,), (b.kepala,), kind)
    if found is None and a.bidang and b.bidang and a.bidang != b.bidang and a.bidang in s.a and b.bidang in s.b:
        found = f"bidang berbeda: {a.kata.get(a.bidang, a.bidang)} / {b.kata.get(b.bidang, b.bidang)}"
    return found or _predikat(a, b)


def _predikat(a: Frasa, b: Frasa) -> str | None:
    """Different passive verbs ("yang diberdayakan" / "yang dikembangkan") count different things, unless one text begins with the
    other's as a noun ("yang ditempatkan" / "penempatan ... terdaftar")."""
    if not a.predikat or not b.predikat or not a.predikat.isdisjoint(b.predikat):
        return None
    if a.inti[0] in b.predikat or b.inti[0] in a.predikat:
        return None
    near = makna().dekat
    groups = frozenset().union(*(near.get(root, frozenset()) for root in a.predikat))
    if any(not groups.isdisjoint(near.get(root, frozenset())) for root in b.predikat):
        return None
    return _objek_berbeda(a, b, min(a.predikat), min(b.predikat))


def _kepala(a: Frasa, b: Frasa, s: Selaras) -> float:
    """Another thing is counted ("Jumlah laporan ..." / "Jumlah orang ..."), or one text measures work on what the other measures the
    condition of ("Persentase penanganan ...")."""
    if a.inti[0] in s.a and b.inti[0] in s.b:
        return 0.3
    near = makna().dekat
    counted = a.ukuran == b.ukuran == "jumlah" and a.kepala != b.kepala
    if counted and (a.kepala in s.a or b.kepala in s.b) and near.get(a.kepala, frozenset()).isdisjoint(near.get(b.kepala, ())):
        return 0.3
    work = makna().tindakan
    return 0.25 if (a.kepala in work and a.kepala in s.a) != (b.kepala in work and b.kepala in s.b) else 0.0


def _ukuran(a: Frasa, b: Frasa) -> Iterator[Beda]:
    """Different measures: a number is no percentage, a growth is no state."""
    units = a.satuan == b.satuan if a.satuan and b.satuan else None
    if units is False and "%" in (a.satuan, b.satuan):
        yield Beda(DIFFERENT, f"satuan berbeda: {a.satuan} / {b.satuan}")
    elif a.perubahan != b.perubahan:
        if units and a.satuan != "%":
            yield Beda(0.15, f"ukuran {a.ukuran or a.perubahan} / {b.ukuran or b.perubahan}, satuan sama: {a.satuan}")
        else:
            yield _perubahan(a, b)
    elif a.sebutan != b.sebutan:
        yield _sebutan(a, b)



def _perubahan(a: Frasa, b: Frasa) -> Beda:
    names = {"tumbuh": "pertumbuhan", "turun": "penurunan", None: "keadaan"}
    reason = f"ukuran berbeda: {names[a.perubahan]} / {names[b.perubahan]}"
    if a.perubahan and b.perubahan:
        return Beda(DIFFERENT + 0.05, reason)
    level, change = (a, b) if a.perubahan is None else (b, a)
    counted = level.ukuran in makna().besaran
    work = level.inti[0] != change.inti[0] and not makna().tindakan.isdisjoint((level.inti[0], level.kepala))
    if counted or work or level.ukuran == "kontribusi":
        return Beda(DIFFERENT, reason)
    return Beda(0.25 if change.ukuran else 0.17, reason)


def _sebutan(a: Frasa, b: Frasa) -> Beda:
    x, y = (" ".join(phrase.sebutan).strip() or "tanpa ukuran" for phrase in (a, b))
    if a.ukuran == b.ukuran:
        return Beda(0.02, f"sepadan: {x} / {y}")
    sense = makna()
    money = {a.sebutan[0], b.sebutan[0]} <= sense.sebutan_uang and not any(sense.uang.isdisjoint(one.inti) for one in (a, b))
    growth = a.perubahan is not None and {a.ukuran, b.ukuran} <= sense.laju
    if growth or money or a.ukuran is None or b.ukuran is None or frozenset((a.ukuran, b.ukuran)) in sense.sepadan:
        return Beda(0.06, f"ukuran {x} / {y}")
    return Beda(DIFFERENT, f"ukuran berbeda: {x} / {y}")


def _arah(a: Frasa, b: Frasa) -> Iterator[Beda]:
    if {a.arah, b.arah} == {"naik", "turun"}:
        yield Beda(DIFFERENT + 0.1, "arah berlawanan")
    elif a.arah != b.arah:
        yield Beda(0.06, "kata pembuka berbeda")


def _bilangan(a: Frasa, b: Frasa) -> Iterator[Beda]:
    only_a, only_b = a.bilangan - b.bilangan, b.bilangan - a.bilangan
    if only_a or only_b:
        reason = f"bilangan: {', '.join(sorted(only_a)) or '-'} / {', '.join(sorted(only_b)) or '-'}"
        yield Beda(DIFFERENT if only_a and only_b else 0.08, reason)


def _sisa(a: Frasa, b: Frasa, s: Selaras, kind: Kind, named: bool) -> Iterator[Beda]:
    """What is left over: replaced on both sides, or added on one.

    A replaced word counts by its share of the shorter text and, in the long names of outputs, by its own weight.
    """
    sense = makna()
    core_a = sum(a.isi[root] for root in s.a if root not in sense.umum)
    core_b = sum(b.isi[root] for root in s.b if root not in sense.umum)
    alone = sum(a.isi[root] for root in s.a) + sum(b.isi[root] for root in s.b)
    small, large = min(a.berat, b.berat), max(a.berat, b.berat)
    replaced = min(core_a, core_b)
    if s.pasangan:
        yield Beda(0.25 * s.dekat / large, f"sepadan: {', '.join(s.pasangan)}")
    cost = max(REPLACED * replaced / small, OWN_WEIGHT[kind] * replaced)
    cost += ADDED[kind] * (alone - 2 * replaced) / large
    cost += _penyempitan(s.a if not core_b else s.b if not core_a else (), kind)
    if any(not sense.lingkup_bidang.isdisjoint(side) and any(root not in sense.umum for root in side) for side in (s.a, s.b)):
        cost += 0.15
    yield Beda(cost, None if named else _alasan_sisa(a, b, s))


def _penyempitan(added: Iterable[str], kind: Kind) -> float:
    """Cost of a one-sided addition that narrows what is measured: a population ("PAUD"), a condition to be met ("yang ditindaklanjuti")."""
    sense = makna()
    cost = 0.0
    if any(root in sense.pembatas for root in added):
        cost += 0.25 if kind == "indikator" else 0.1
    if kind == "indikator" and any(root in sense.syarat for root in added):
        cost += 0.25
    return cost


def _alasan_sisa(a: Frasa, b: Frasa, s: Selaras) -> str | None:
    sense = makna()
    left, right = (" ".join(phrase.kata.get(root, root) for root in roots) for phrase, roots in ((a, s.a), (b, s.b)))
    if left and right:
        return f"kata diganti: {left} / {right}"
    if not left and not right:
        return None
    generic = all(root in sense.umum or root in sense.sedang for root in s.a or s.b)
    return f"tambahan kontekstual: {left or right}" if generic else f"tambahan isi: {left or right}"
