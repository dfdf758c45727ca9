"""Values of cells: numbers, ranges, inequalities, predicates, ratios and what stands for "no value"."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from ...model import Lokasi, Nilai
from ..tulisan.teks import mend
from .angka import POLA_ANGKA, Angka, Desimal, baca_angka
from .predikat import baca_predikat, is_predikat, tanpa_nama_skala
from .satuan import JenisSatuan, jenis_satuan, split_satuan

_STRIP = re.compile(r"[-–—−_=.…\s]+|\(-\)")
_NA = re.compile(
    r"\(?n\.?\s?/?\s?a\.?\)?|null|none|nan|\?+|x+|tad|tba|nihil data|tidak dinilai|data belum.{0,40}|"
    r"(?:data )?(?:belum|tidak|tdk|blm) (?:tersedia|ada)(?: data)?(?: .{0,30})?|belum (?:dinilai|diukur|rilis|dievaluasi)(?: .{0,30})?",
    re.I,
)
_ERROR = re.compile(r"(?:Rp\.?\s*)?#(?:REF!?|DIV/0!?|VALUE!?|NAME\??|N/A|NUM!?|NULL!?)(?:\s*(?:%|[^\W\d_][\w/ ]{0,30}))?|#+", re.I)
"""Errors of a spreadsheet, also with the unit that its number would have."""

_N = rf"(?:{POLA_ANGKA}(?:E[-+]?\d{{1,2}})?)"
_SIGNED = rf"(?:[-–−]\s?)?{_N}"
_RANGE = re.compile(rf"({_SIGNED})\s*%?\s*(?:[-–—]|s\s?\.?\s?/?\s?d\s?\.?|sampai(?: dengan)?|hingga|to)\s*({_SIGNED})\s*%?", re.I)
_PLUSMINUS = re.compile(rf"({_SIGNED})\s*%?\s*(?:±|\+/-|\+-)\s*({_N})\s*%?", re.I)
_OPERATORS = {
    ">=": ">=", "=>": ">=", "≥": ">=", "minimal": ">=", "min": ">=", "minimum": ">=", "paling sedikit": ">=", "paling rendah": ">=",
    "sekurang-kurangnya": ">=", "sekurangnya": ">=", "setidaknya": ">=", ">": ">", "lebih dari": ">", "di atas": ">", "diatas": ">",
    "lebih besar dari": ">", "<=": "<=", "=<": "<=", "≤": "<=", "maksimal": "<=", "maks": "<=", "max": "<=", "maksimum": "<=",
    "paling banyak": "<=", "paling tinggi": "<=", "paling lama": "<=", "<": "<", "kurang dari": "<", "di bawah": "<", "dibawah": "<",
}  # fmt: skip
_INEQUALITY = re.compile(
    r"(" + "|".join(re.escape(name) for name in sorted(_OPERATORS, key=len, reverse=True)) + rf")\.?\s*({_SIGNED})", re.I
)
_PER = re.compile(rf"({_N})\s*(?:/|per)\s*({_N})", re.I)
_COLON = re.compile(rf"({_N})\s*:\s*({_N})")
_PLAIN = re.compile(rf"[+]?\s?({_SIGNED})")
_QUICK = re.compile(rf"(-?{POLA_ANGKA})\s?(%)?")
_PARENS = re.compile(r"\(\s*([^()]+?)\s*\)")
_MONEY = re.compile(r"\b(?:rp|idr)(?![^\W\d_])\.?\s*", re.I)
_DASH_TAIL = re.compile(r"(?<=\d)\s*,\s*[-–—]+\s*$|(?<=\d)\s*\.\s*[-–—]\s*$")
_SCALE_WORD = re.compile(r"\b(ribu|juta|jt|mil[iy]ar|mil[iy]ard?|tril[iy]y?un|triliun)\b", re.I)
_WITH_NUMBER = re.compile(rf"(.+?)\s*[(=:,/ ]\s*({_N})\s*%?\s*\)?|({_N})\s*%?\s*[(/,]\s*([^\d()]+?)\s*\)?")
_SPELLED = re.compile(r"(?<=\d)\s*\((?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|seratus|seribu|nol)[a-z ]*\)", re.I)
_ZERO = re.compile(r"nihil|nol|zero", re.I)


def parse_nilai(teks: str, *, satuan: str | None = None, lokasi: Lokasi | None = None, desimal_hint: Desimal | None = None) -> Nilai:
    """Understands the text of one cell; `teks` of the result is the text on one line as printed.

    satuan: the unit of the row where it stands in a column of its own (a unit inside the cell goes before it) · desimal_hint: the decimal
    sign of the table (`desimal_majority`). What cannot be decided is jenis "teks", or a number with keyakinan 0.6; never a silent guess.
    """
    value = _parse(mend(teks), satuan, desimal_hint)
    return msgspec.structs.replace(value, lokasi=lokasi) if lokasi is not None else value


@lru_cache(maxsize=32768)
def _parse(teks: str, satuan: str | None, hint: Desimal | None) -> Nilai:
    quick = _QUICK.fullmatch(teks)
    if quick:
        unit = "%" if quick[2] else None
        return _numeric(teks, quick[1], unit, jenis_satuan(unit or satuan), hint) or Nilai(teks=teks, keyakinan=0.5)
    empty = _empty(teks)
    if empty:
        return Nilai(teks=teks, jenis="kosong", alasan=empty)
    inner = _PARENS.fullmatch(teks)
    if inner and (plain := _PLAIN.fullmatch(_MONEY.sub("", inner[1]))):
        return _in_parens(teks, plain[1], satuan, hint)
    ordinal = baca_predikat(teks)
    if ordinal:
        return ordinal
    if _ZERO.fullmatch(teks):
        return Nilai(teks=teks, jenis="angka", angka=0.0, keyakinan=0.8)
    body, unit = split_satuan(_DASH_TAIL.sub("", _SPELLED.sub("", teks)))
    if unit is not None and unit.startswith("/") and re.match(r"/\s*1?[.,\d]*\d", unit):
        return _per_base(teks, body, unit, hint)
    kind = jenis_satuan(unit or satuan)
    if _MONEY.search(body):
        body, unit, kind = _MONEY.sub("", body).strip(), unit or "Rp", jenis_satuan("rp")
    value = _numeric(teks, body.strip(), unit, kind, hint)
    return value or _composite(teks, satuan, hint) or Nilai(teks=teks, satuan=None, keyakinan=0.5 if re.search(r"\d", teks) else 0.9)


def _empty(teks: str) -> str | None:
    if not teks:
        return "kosong"
    if _STRIP.fullmatch(teks):
        return "strip"
    if _ERROR.fullmatch(teks):
        return "galat"
    return "na" if _NA.fullmatch(teks) else None


def _in_parens(teks: str, token: str, satuan: str | None, hint: Desimal | None) -> Nilai:
    """A bare number in brackets: "(1.234.567)" is negative, as accountants write it; "(9)" (cascading charts) is not, less surely."""
    kind = jenis_satuan(satuan)
    number = _read(token, kind, hint)
    if number is None:
        return Nilai(teks=teks, keyakinan=0.5)
    negative = kind == "uang" or bool(_MONEY.search(teks)) or len(re.findall(r"\d", token)) > 3
    return Nilai(
        teks=teks,
        jenis="angka",
        angka=-number.nilai if negative else number.nilai,
        desimal=number.desimal,
        keyakinan=min(number.keyakinan, 0.8 if negative else 0.6),
    )


def _read(token: str, kind: JenisSatuan | None, hint: Desimal | None) -> Angka | None:
    """A signed token."""
    bare = token.lstrip("-–− ")
    number = baca_angka(bare, kind, hint)
    return number._replace(nilai=-number.nilai) if number and bare != token else number


def _numeric(teks: str, body: str, unit: str | None, kind: JenisSatuan | None, hint: Desimal | None) -> Nilai | None:
    """Plain number, inequality, range, tolerance or ratio; None where the body is none of them."""
    if plain := _PLAIN.fullmatch(body):
        number = _read(plain[1], kind, hint)
        sure = 0.6 if body.startswith("+") else 1.0  # "+1% per tahun": growth, no level
        return number and Nilai(
            teks=teks, jenis="angka", angka=number.nilai, satuan=unit, desimal=number.desimal, keyakinan=min(number.keyakinan, sure)
        )
    if bound := _INEQUALITY.fullmatch(body):
        number = _read(bound[2], kind, hint)
        return number and Nilai(
            teks=teks, jenis="ketaksamaan", operator=_OPERATORS[bound[1].lower()], angka=number.nilai, satuan=unit,
            desimal=number.desimal, keyakinan=number.keyakinan,
        )  # fmt: skip
    if spread := _PLUSMINUS.fullmatch(body):
        return _span(teks, spread, unit, kind, hint, tolerance=True)
    if ends := _RANGE.fullmatch(body):
        return _span(teks, ends, unit, kind, hint, tolerance=False)
    ratio = _COLON.fullmatch(body) or _PER.fullmatch(body)
    if ratio:
        above, below = _read(ratio[1], None, hint), _read(ratio[2], "cacah", hint)
        if above and below:
            sure = 0.9 if ":" in body else 0.8
            return Nilai(
                teks=teks, jenis="rasio", angka=above.nilai, penyebut=below.nilai, satuan=unit, desimal=above.desimal,
                keyakinan=min(above.keyakinan, below.keyakinan, sure),
            )  # fmt: skip
    return None


def _span(
    teks: str, match: re.Match[str], unit: str | None, kind: JenisSatuan | None, hint: Desimal | None, tolerance: bool
) -> Nilai | None:
    first, second = _read(match[1], kind, hint), _read(match[2], kind, hint)
    if first is None or second is None:
        return None
    unit = "%" if unit is None and "%" in match[0] else unit
    ends = (first.nilai - second.nilai, first.nilai + second.nilai) if tolerance else (first.nilai, second.nilai)
    return Nilai(
        teks=teks, jenis="rentang", bawah=min(ends), atas=max(ends), satuan=unit, desimal=max(first.desimal, second.desimal),
        keyakinan=min(first.keyakinan, second.keyakinan),
    )  # fmt: skip


def _per_base(teks: str, body: str, unit: str, hint: Desimal | None) -> Nilai:
    """A rate such as "88/100.000 KH": numerator and base; with "<" in front an inequality that keeps its base."""
    base = re.match(r"(?:/|per)\s*([\d.,]+)", unit, re.I)
    below = float(re.sub(r"[.,]", "", base[1])) if base else None
    value = _numeric(teks, body, unit, "pecahan", hint)
    if value is None:
        return Nilai(teks=teks, keyakinan=0.5)
    kind = "rasio" if value.jenis == "angka" else value.jenis
    return msgspec.structs.replace(value, jenis=kind, penyebut=below)


def _composite(teks: str, satuan: str | None, hint: Desimal | None) -> Nilai | None:
    """Number with its predicate ("80,01 (A)", "Level 3 (3,157)", "Nilai A (83)"): the number counts. Else a number with a remark."""
    both = _WITH_NUMBER.fullmatch(teks)
    if both:
        word, token = (both[1], both[2]) if both[1] else (both[4], both[3])
        if is_predikat(word):
            number = _read(token, "pecahan", hint)
            return number and Nilai(
                teks=teks, jenis="angka", angka=number.nilai, desimal=number.desimal, keyakinan=min(0.95, number.keyakinan)
            )
    remark = re.fullmatch(r"(.*?\S)\s*\(([^()]*)\)", teks)
    head = remark[1] if remark else tanpa_nama_skala(teks)
    if head == teks or not re.search(r"\d", head):
        return None
    inner = _parse(head, satuan, hint)
    if inner.jenis in ("teks", "kosong"):
        return None
    return msgspec.structs.replace(inner, teks=teks, keyakinan=min(inner.keyakinan, 0.8))


def _without_breaks(teks: str) -> str:
    """A sum without dots that a narrow cell broke ("20318\\n56092\\n4"): lines of one length, but for the last."""
    lines = teks.split("\n")
    widths = {len(line) for line in lines[:-1]}
    cut = len(widths) == 1 and 4 <= max(widths) <= 6 and len(lines[-1]) < max(widths)
    return "".join(lines) if cut and all(line.isdecimal() for line in lines) else teks


@lru_cache(maxsize=32768)
def parse_rupiah(teks: str, skala: float = 1.0) -> Nilai:
    """A sum of money: "Rp 14.848.970.000,00", "1.770.000.000,-", "(1.234.000)", "9446966806.00". `angka` is in rupiah: the number times
    `skala` (1e6 for a column in "juta Rp") or times the word in the cell ("1,5 miliar"). `teks` stays as printed."""
    text = mend(_without_breaks(teks) if "\n" in teks and skala == 1.0 else teks)
    empty = _empty(text)
    if empty:
        return Nilai(teks=text, jenis="kosong", alasan=empty)
    word = _SCALE_WORD.search(text)
    if word:
        skala = {"r": 1e3, "j": 1e6, "m": 1e9, "t": 1e12}[word[1][0].lower()]
    body = _DASH_TAIL.sub("", _MONEY.sub("", _SCALE_WORD.sub("", text))).replace("rupiah", "").strip(" .:")
    negative = body.startswith(("-", "–", "−", "("))
    body = "".join(body.strip("-–−() ").split())
    number = baca_angka(body, "uang")
    if number is None:
        return Nilai(teks=text, keyakinan=0.5)
    sure = number.keyakinan
    if skala != 1 and re.fullmatch(r"\d{1,3},\d{3}", body):  # "12,345" in millions: decimal comma or English thousands
        number, sure = Angka(float(body.replace(",", ".")), 3), 0.6
    amount = (-number.nilai if negative else number.nilai) * skala
    return Nilai(teks=text, jenis="angka", angka=amount, satuan="Rp", desimal=number.desimal, keyakinan=sure)
