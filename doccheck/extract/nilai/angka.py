"""Number tokens: digits with dots and commas, Indonesian ("1.234.567,89") or English ("1,234,567.89")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from .satuan import JenisSatuan

Desimal = Literal["koma", "titik"]
POLA_ANGKA = r"\d+(?:[.,]\d+)*"
_SIGN = re.compile(r"[.,]")
_TOKEN = re.compile(rf"(?<![\d.,/]){POLA_ANGKA}(?![\d/])")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E[-+]?\d{1,2}", re.I)
_RATIO_BASE = re.compile(r"(?:/|per)\s*1(?:0{0,2}(?:[.,]?0{3})+|00)")


class Angka(NamedTuple):
    """nilai: the number · desimal: printed digits after the decimal sign · keyakinan: how sure the reading of dots and commas is, 0..1."""

    nilai: float
    desimal: int = 0
    keyakinan: float = 1.0


def _is_grouped(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= 3 and parts[0] != "0" and all(len(part) == 3 for part in parts[1:])


def baca_angka(token: str, jenis: JenisSatuan | None = None, hint: Desimal | None = None) -> Angka | None:
    """Reads one token of digits, dots and commas (or Excel's "7.1E-2"); None where it is no number ("28.500.00.1").

    A lone sign before exactly three digits ("1.234", "176.400") is a thousands sign or a decimal one: the kind of unit decides first
    (things counted and money against percent and indices; weights, lengths and areas say nothing), then `hint`, the decimal sign of the
    table; else Indonesian use, less surely.
    """
    if _SCIENTIFIC.fullmatch(token):
        return Angka(float(token.replace(",", ".")), 2, 0.9)
    parts = token.replace(",", ".").split(".")
    if not all(part.isdigit() and part.isascii() for part in parts):
        return None
    signs = [sign for sign in token if sign in ".,"]
    if not signs:
        return Angka(float(token))
    if len(signs) == 1:
        return _one_sign(parts[0], parts[1], signs[0], jenis, hint)
    if len(set(signs)) == 1:
        if _is_grouped(parts):
            return Angka(float("".join(parts)))
        if len(parts[-1]) in (1, 2) and _is_grouped(parts[:-1]):  # "1.770.000.00": cents behind the same sign
            return _decimal(parts[:-1], parts[-1], 0.6)
        return None
    if signs[-1] not in signs[:-1]:
        if _is_grouped(parts[:-1]) and len(set(signs[:-1])) == 1:
            return _decimal(parts[:-1], parts[-1], 1.0)
        return None
    return Angka(float("".join(parts)), 0, 0.6) if _is_grouped(parts) else None  # "1.234,567.890": mixed, all groups whole


def _decimal(whole: list[str], fraction: str, keyakinan: float) -> Angka:
    return Angka(float(f"{''.join(whole)}.{fraction}"), len(fraction), keyakinan)


def _one_sign(whole: str, fraction: str, sign: str, jenis: JenisSatuan | None, hint: Desimal | None) -> Angka:
    if len(fraction) >= 10:  # a binary float of a spreadsheet: "70.099999999999994" means 70.1
        number = round(float(f"{whole}.{fraction}"), 6)
        return Angka(number, len(f"{number:.6f}".rstrip("0").partition(".")[2]))
    decimal = Angka(float(f"{whole}.{fraction}"), len(fraction), 1.0)
    if len(fraction) != 3 or len(whole) > 3 or whole.startswith("0"):
        return decimal
    thousand = Angka(float(whole + fraction))
    is_hint = hint == ("koma" if sign == "," else "titik")
    if jenis in ("cacah", "uang"):
        if sign == "." or hint == "titik":
            return thousand._replace(keyakinan=0.85 if is_hint else 0.97)
        return thousand._replace(keyakinan=0.6)
    if jenis in ("pecahan", "ordinal"):
        return decimal._replace(keyakinan=0.7 if hint and not is_hint else 0.95)
    if hint:
        return decimal._replace(keyakinan=0.9 if sign == "," else 0.7) if is_hint else thousand._replace(keyakinan=0.9)
    return decimal._replace(keyakinan=0.75) if sign == "," else thousand._replace(keyakinan=0.6)


@lru_cache(maxsize=8192)
def _evidence(token: str) -> tuple[Desimal, bool] | None:
    """(decimal sign that a token proves, whether by a decimal part of its own), or None for one that proves nothing."""
    if "." not in token and "," not in token:
        return None
    parts = _SIGN.split(token)
    signs = [sign for sign in token if sign in ".,"]
    if len(signs) == 1:
        if len(parts[1]) != 3 or len(parts[0]) > 3 or parts[0].startswith("0"):
            return ("koma" if signs[0] == "," else "titik"), True
        return None
    if len(signs) > 1 and signs[-1] not in signs[:-1] and _is_grouped(parts[:-1]):
        return ("koma" if signs[-1] == "," else "titik"), True
    if len(set(signs)) == 1 and _is_grouped(parts):
        return ("titik" if signs[0] == "," else "koma"), False
    return None


def desimal_majority(texts: Iterable[str]) -> Desimal | None:
    """The decimal sign that most numbers of a table show. Decimal parts count first ("0.61"); groups of thousands ("1.234.567", often money
    from another system beside exported indicator values) only where there is no decimal part at all. None without evidence or at a tie."""
    own: dict[Desimal, int] = {"koma": 0, "titik": 0}
    grouped: dict[Desimal, int] = {"koma": 0, "titik": 0}
    for text in texts:
        for match in _TOKEN.finditer(_RATIO_BASE.sub("", text)):
            found = _evidence(match[0])
            if found:
                (own if found[1] else grouped)[found[0]] += 1
    for count in (own, grouped):
        if count["koma"] != count["titik"]:
            return "koma" if count["koma"] > count["titik"] else "titik"
        if count["koma"]:
            return None
    return None


def desimal_row(texts: Iterable[str]) -> Desimal | None:
    """The decimal sign that a number of the row with both signs ("6.730,49") proves for those beside it ("6.581"), whatever the table's
    other rows use; None where there is none, or they contradict one another."""
    found = {
        "koma" if token.rfind(",") > token.rfind(".") else "titik"
        for text in texts
        for token in _TOKEN.findall(text)
        if "." in token and "," in token and _evidence(token)
    }
    return next((sign for sign in ("koma", "titik") if found == {sign}), None)
