"""Whether two phrases say the same: decided by what is left over on each side after the alignment of their words.

Nothing left over is the same; a generic addition is a rewording; a content word replaced by one that is no synonym, another measure
or a contrast word (jalan/jembatan, SD/SMP) is something different, however many words agree.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA

from ..model import Verdict
from .frasa import Frasa, Kind, parse_phrase
from .makna import makna

SAME, REWORDED = 0.97, 0.5
"""Scores from which a verdict is "same" and "reworded"."""


class Comparison(Struct, frozen=True):
    """score: 0..1, higher is more surely the same · reason: in Indonesian, what differs."""

    score: float
    verdict: Verdict
    reason: str


class _Alignment(Struct):
    """What stays alone on each side, the cost of near words, and the notes for the reason."""

    a: list[str]
    b: list[str]
    dekat: float = 0.0
    notes: list[str] = []


def compare(a: str, b: str, kind: Kind = "indikator") -> Comparison:
    """Compares two goal texts ("sasaran"), indicator names or program names. Symmetric and deterministic."""
    first, second = parse_phrase(a, kind), parse_phrase(b, kind)
    if first[0].huruf == second[0].huruf:
        return Comparison(1.0, "same", "teks sama")
    if kind == "program" and (decided := _official(first[0], second[0])):
        return decided
    if not first[0].inti or not second[0].inti:
        return Comparison(0.0, "different", "teks kosong")
    if len(first) == 1 == len(second):
        return _readings(first[0], second[0], kind)
    return max((_readings(x, y, kind) for x in first for y in second), key=lambda result: result.score)


def _official(a: Frasa, b: Frasa) -> Comparison | None:
    """Two programme names by the national nomenclature, where it decides: official names mean one programme each."""
    x, y = a.huruf.removeprefix("program"), b.huruf.removeprefix("program")
    if x == y:
        return Comparison(1.0, "same", "nama sama")
    known = makna().program_baku
    if x not in known or y not in known:
        return None
    if known[x] == known[y]:
        return Comparison(0.9, "reworded", "nama lama dan baru dari program yang sama dalam nomenklatur")
    return Comparison(0.2, "different", "dua program berbeda dalam nomenklatur")


@lru_cache(maxsize=65536)
def _typo(a: str, b: str) -> bool:
    return len(a) >= 5 and len(b) >= 5 and a[0] == b[0] and OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 8 else 2)


def _align(a: Frasa, b: Frasa) -> _Alignment:
    sense = makna()
    left = [root for root in a.inti if root not in b.isi]
    right = [root for root in b.inti if root not in a.isi]
    result = _Alignment(left, right, notes=[])
    if not left or not right:
        return result
    unknown = a.asing | b.asing
    for x in list(left):
        groups = sense.dekat.get(x)
        if groups is None and not unknown:
            continue
        for y in right:
            near = groups is not None and (other := sense.dekat.get(y)) is not None and not groups.isdisjoint(other)
            if near or ((x in unknown or y in unknown) and _typo(x, y)):
                left.remove(x)
                right.remove(y)
                if near:
                    result.dekat += min(a.isi[x], b.isi[y])
                    result.notes.append(f"{a.kata.get(x, x)} / {b.kata.get(y, y)}")
                break
    return result


def _conflict(a: Frasa, b: Frasa, left: list[str], right: list[str]) -> str | None:
    sense = makna()
    for x in left:
        sets = sense.kontras.get(x)
        if sets is None:
            continue
        for y in right:
            other = sense.kontras.get(y)
            if other is not None and not sets.isdisjoint(other):
                return f"objek berbeda: {a.kata.get(x, x)} / {b.kata.get(y, y)}"
    return None


def _predicates(a: Frasa, b: Frasa) -> str | None:
    """Different passive verbs ("yang diberdayakan" / "yang dikembangkan") count different things."""
    if not a.predikat or not b.predikat or not a.predikat.isdisjoint(b.predikat):
        return None
    near = makna().dekat
    groups = frozenset().union(*(near.get(root, frozenset()) for root in a.predikat))
    if any(not groups.isdisjoint(near.get(root, frozenset())) for root in b.predikat):
        return None
    x, y = min(a.predikat), min(b.predikat)
    return f"objek berbeda: {a.kata.get(x, x)} / {b.kata.get(y, y)}"


def _heads(a: Frasa, b: Frasa, aligned: _Alignment) -> float:
    """Cost of different heads: another thing is counted ("Jumlah laporan ..." / "Jumlah orang ..."), or one text measures work on what
    the other measures the condition of ("Persentase penanganan ...")."""
    if a.inti[0] in aligned.a and b.inti[0] in aligned.b:
        return 0.3
    tindakan = makna().tindakan
    if (a.kepala in tindakan and a.kepala in aligned.a) != (b.kepala in tindakan and b.kepala in aligned.b):
        return 0.25
    return 0.0


def _measure(a: Frasa, b: Frasa) -> tuple[float, str | None]:
    """Cost (0..1) of different measures and its reason."""
    if a.satuan and b.satuan and (a.satuan == "%") != (b.satuan == "%"):
        return 0.9, f"satuan berbeda: {a.satuan} / {b.satuan}"
    if a.perubahan != b.perubahan and a.satuan and a.satuan == b.satuan and a.satuan != "%":
        return 0.3, f"ukuran {a.ukuran or a.perubahan} / {b.ukuran or b.perubahan}, satuan sama: {a.satuan}"
    if a.perubahan != b.perubahan:
        names = {"tumbuh": "pertumbuhan", "turun": "penurunan", None: "keadaan"}
        reason = f"ukuran berbeda: {names[a.perubahan]} / {names[b.perubahan]}"
        if a.perubahan and b.perubahan:
            return 1.0, reason
        level, change = (a, b) if a.perubahan is None else (b, a)
        counted = level.ukuran in ("jumlah", "panjang", "luas", "volume", "rasio") and change.ukuran is not None
        work = level.inti[0] != change.inti[0] and not makna().tindakan.isdisjoint((level.inti[0], level.kepala))
        other = counted or work or level.ukuran == "kontribusi"
        return (0.9 if other else 0.45 if change.ukuran else 0.3), reason
    if a.ukuran == b.ukuran:
        if a.sebutan == b.sebutan:
            return 0.0, None
        return 0.03, f"sepadan: {' '.join(a.sebutan).strip() or '-'} / {' '.join(b.sebutan).strip() or '-'}"
    if a.ukuran is None or b.ukuran is None:
        return 0.12, f"ukuran {'tidak disebut' if a.ukuran is None else a.ukuran} / {'tidak disebut' if b.ukuran is None else b.ukuran}"
    if frozenset((a.ukuran, b.ukuran)) in makna().sepadan:
        return 0.1, f"ukuran {a.ukuran} / {b.ukuran}"
    return 0.9, f"ukuran berbeda: {a.ukuran} / {b.ukuran}"


def _readings(a: Frasa, b: Frasa, kind: Kind) -> Comparison:
    shared = sum(weight for root, weight in a.isi.items() if root in b.isi)
    small, large = min(a.berat, b.berat), max(a.berat, b.berat)
    if shared < 0.2 * small and shared + 0.8 < small and a.grup.isdisjoint(b.grup):
        return Comparison(0.3 * shared / max(a.berat, b.berat), "different", "objek berbeda")
    left0 = [root for root in a.inti if root not in b.isi]
    right0 = [root for root in b.inti if root not in a.isi]
    conflict = _conflict(a, b, left0, right0) if left0 and right0 else None
    if conflict is None and (left0 or right0) and a.kepala != b.kepala:
        conflict = _conflict(a, b, [a.kepala], [b.kepala])
    conflict = conflict or _predicates(a, b)
    aligned = _align(a, b)
    sense = makna()
    core_a = sum(a.isi[root] for root in aligned.a if root not in sense.umum)
    core_b = sum(b.isi[root] for root in aligned.b if root not in sense.umum)
    alone = sum(a.isi[root] for root in aligned.a) + sum(b.isi[root] for root in aligned.b)
    replaced = min(core_a, core_b)
    added = alone - 2 * replaced
    measure, measure_reason = _measure(a, b)
    reasons = [conflict] if conflict else []
    cost = max(1.6 * replaced / small, (0.5 if kind == "indikator" else 0.25) * replaced)
    cost += (0.55 if kind == "program" else 0.75) * added / large + 0.25 * aligned.dekat / large + 0.55 * measure
    if conflict:
        cost += 0.6
    if measure_reason:
        reasons.append(measure_reason)
    if a.bilangan != b.bilangan:
        only_a, only_b = a.bilangan - b.bilangan, b.bilangan - a.bilangan
        cost += 0.5 if only_a and only_b else 0.08
        reasons.append(f"bilangan: {', '.join(sorted(only_a)) or '-'} / {', '.join(sorted(only_b)) or '-'}")
    if a.arah != b.arah and kind == "sasaran":
        opposite = {a.arah, b.arah} == {"naik", "turun"}
        cost += 0.6 if opposite else 0.06
        reasons.append("arah berlawanan" if opposite else "kata pembuka berbeda")
    one_sided = aligned.a if not core_b else aligned.b if not core_a else []
    if any(root in sense.pembatas for root in one_sided):
        cost += 0.25 if kind == "indikator" else 0.1
    if kind == "indikator" and any(root in sense.syarat for root in one_sided):
        cost += 0.25
    if kind == "indikator":
        cost += _heads(a, b, aligned)
    if any(not sense.lingkup_bidang.isdisjoint(side) and any(root not in sense.umum for root in side) for side in (aligned.a, aligned.b)):
        cost += 0.15
    reasons.extend(_leftovers(a, b, aligned, bool(conflict)))
    if not reasons and a.inti == b.inti:
        return Comparison(0.99, "same", "hanya ejaan, singkatan, atau kata tugas")
    if not reasons and not aligned.dekat and len(a.inti) == len(b.inti) and not aligned.a and not aligned.b:
        return Comparison(0.95, "reworded", "urutan kata berbeda")
    score = round(max(0.0, min(0.96, 0.96 - cost)), 4)
    verdict: Verdict = "reworded" if score >= REWORDED else "different"
    return Comparison(score, verdict, "; ".join(dict.fromkeys(reasons)) or "rumusan berbeda")


def _leftovers(a: Frasa, b: Frasa, aligned: _Alignment, conflict: bool) -> list[str]:
    sense = makna()

    def names(phrase: Frasa, roots: list[str]) -> str:
        return " ".join(phrase.kata.get(root, root) for root in roots)

    reasons = [f"sepadan: {', '.join(aligned.notes)}"] if aligned.notes else []
    if aligned.a and aligned.b:
        if not conflict:
            reasons.append(f"kata diganti: {names(a, aligned.a)} / {names(b, aligned.b)}")
    elif aligned.a or aligned.b:
        roots = aligned.a or aligned.b
        generic = all(root in sense.umum or root in sense.sedang for root in roots)
        reasons.append(f"tambahan {'kontekstual' if generic else 'isi'}: {names(a if aligned.a else b, roots)}")
    return reasons
