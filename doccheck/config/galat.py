"""What is wrong with a doccheck.toml, in the reader's words, and the line on which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

from ..bahasa import _
from . import DALAM
from .toml_letak import Jalur, letak

_TOML = re.compile(r"^(.*) \(at (?:line (\d+), column \d+|end of document)\)$", re.S)


def galat_toml(text: str, error: Exception) -> tuple[int | None, str]:
    """Line and words of a syntax error."""
    found = _TOML.match(str(error))
    if not found:
        return None, str(error)
    line = int(found[2]) if found[2] else max(1, len(text.rstrip().splitlines()))
    return line, _("bukan TOML yang sah ({pesan})").format(pesan=found[1])


def galat_isi(text: str, data: dict[str, Any], error: msgspec.ValidationError, jenis: Any) -> tuple[int | None, str]:
    """Line and words of a value that the type `jenis` (of the whole file) does not allow. data: what the text says."""
    message, _at, place = str(error).partition(" - at ")
    jalur = _jalur(place)
    if place.startswith("`key`"):
        jalur = (*jalur, "...")
    real = _nyata(data, str(error), jenis, jalur)
    jalur = jalur[:-1] if place.startswith("`key`") else jalur
    for pattern, say in _PESAN:
        if found := re.fullmatch(pattern, message):
            named, words = say(found, jalur, jenis)
            return letak(text, (*real, named) if "unknown field" in message else real), words
    return letak(text, real), f"{_nama(jalur)}: {message}"


def kata(error: msgspec.ValidationError, jenis: Any) -> str:
    """The words alone, for a file in another notation."""
    message, _at, place = str(error).partition(" - at ")
    jalur = _jalur(place)
    for pattern, say in _PESAN:
        if found := re.fullmatch(pattern, message):
            return say(found, jalur, jenis)[1]
    return f"{_nama(jalur)}: {message}"


def galat_yaml(text: str, error: msgspec.ValidationError, jenis: Any) -> tuple[int | None, str]:
    """Line and words of a value of a YAML file."""
    from . import yaml_letak

    message, _at, place = str(error).partition(" - at ")
    unknown = re.search(r"unknown field `([^`]*)`", message)
    return yaml_letak.letak(text, (*_jalur(place), *([unknown[1]] if unknown else []))), kata(error, jenis)


def _jalur(place: str) -> Jalur:
    """ "`$.abaikan[0].sampai`", "`key` in `$.bulanan.bobot`", "`$.aturan.keparahan[...]`" as a path; "..." for some key of a table."""
    found = re.search(r"\$([^`]*)", place)
    parts: list[str | int] = []
    for key, index in re.findall(r"\.([\w-]+)|\[([^\]]+)\]", found[1] if found else ""):
        parts.append(key or (int(index) if index.isdigit() else "..."))
    return tuple(parts)


def _nyata(data: dict[str, Any], message: str, jenis: Any, jalur: Jalur) -> Jalur:
    """The path with the keys that msgspec does not tell: of the keys of such a table the first that alone gives the same error."""
    at: Any = data
    for depth, part in enumerate(jalur):
        if part == "..." and isinstance(at, dict):
            part = next((key for key in at if _galat(_hanya(data, jalur[:depth], key), jenis) == message), "...")
            jalur = (*jalur[:depth], part, *jalur[depth + 1 :])
        try:
            at = at[part]
        except (KeyError, IndexError, TypeError):
            break
    return jalur


def _hanya(data: Any, jalur: Jalur, key: str) -> Any:
    """The data with no other key than this in the table at the path."""
    if not jalur:
        return {key: data[key]}
    if isinstance(data, list):
        return [_hanya(one, jalur[1:], key) if number == jalur[0] else one for number, one in enumerate(data)]
    return {**data, jalur[0]: _hanya(data[jalur[0]], jalur[1:], key)}


def _galat(data: Any, jenis: Any) -> str:
    try:
        msgspec.convert(data, jenis)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _nama(jalur: Jalur) -> str:
    return ".".join(str(part) for part in jalur if part != "..." and not isinstance(part, int)) or "doccheck.toml"


def _isi(jenis: Any, jalur: Jalur) -> msgspec.inspect.Type:
    """What the type allows at a path."""
    at = msgspec.inspect.type_info(jenis)
    for part in jalur:
        if isinstance(at, msgspec.inspect.UnionType):
            at = next((one for one in at.types if not isinstance(one, msgspec.inspect.NoneType)), at)
        if isinstance(at, msgspec.inspect.StructType):
            at = next((one.type for one in at.fields if one.name == part), at)
        elif isinstance(at, msgspec.inspect.DictType):
            at = at.value_type
        elif isinstance(at, msgspec.inspect.VarTupleType | msgspec.inspect.ListType):
            at = at.item_type
    return at


def _pilihan(at: msgspec.inspect.Type) -> list[str]:
    if isinstance(at, msgspec.inspect.LiteralType):
        return [str(value) for value in at.values]
    if isinstance(at, msgspec.inspect.UnionType):
        return [name for one in at.types for name in _pilihan(one)]
    return _pilihan(at.key_type) if isinstance(at, msgspec.inspect.DictType) else []


def _saran(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return _("maksud Anda {nama}?").format(nama=near[0]) if near else _("pilihan: {daftar}").format(daftar=", ".join(known))


def _tak_dikenal(found: re.Match[str], jalur: Jalur, jenis: Any) -> tuple[str, str]:
    at = _isi(jenis, jalur)
    names = [one.encode_name for one in at.fields] if isinstance(at, msgspec.inspect.StructType) else []
    known = [name for name in names if not name.startswith(DALAM)]
    head = _("tidak ada pengaturan {nama} di [{tabel}]") if jalur else _("tidak ada pengaturan {nama}")
    return found[1], f"{head.format(nama=found[1], tabel=_nama(jalur))}; {_saran(found[1], known)}"


def _kurang(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    if not jalur:
        return found[1], _("{nama} harus diisi").format(nama=found[1])
    return found[1], _("[[{tabel}]]: {nama} harus diisi").format(tabel=_nama(jalur), nama=found[1])


def _bukan_pilihan(found: re.Match[str], jalur: Jalur, jenis: Any) -> tuple[str, str]:
    known = _pilihan(_isi(jenis, jalur))
    return found[1], f"{_nama(jalur)}: {_('tidak mengenal {nilai}').format(nilai=found[1])}; {_saran(found[1], known)}"


def _jenis_lain(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    kinds = {
        "array": _("daftar") + " [...]", "str": _("teks") + ' "..."', "object": _("tabel"), "int": _("bilangan bulat"),
        "float": _("bilangan"), "bool": "true/false", "date": _("tanggal"), "datetime": _("tanggal dan jam"), "time": _("jam"),
    }  # fmt: skip
    wanted = _(" atau ").join(kinds.get(one, one) for one in found[1].split(" | ") if one != "null")
    return "", f"{_nama(jalur)}: {_('harus berupa {jenis}, bukan {ada}').format(jenis=wanted, ada=kinds.get(found[2], found[2]))}"


def _batas(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    return "", f"{_nama(jalur)}: {_('harus {tanda} {batas}').format(tanda=found[1], batas=found[2])}"


def _panjang(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    return "", f"{_nama(jalur)}: {_('harus {harus} isian, bukan {ada}').format(harus=found[1], ada=found[2])}"


def _tanggal(_found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    return "", f"{_nama(jalur)}: {_('bukan tanggal (2026-12-31)')}"


_PESAN = (
    (r"Object contains unknown field `([^`]*)`", _tak_dikenal),
    (r"Object missing required field `([^`]*)`", _kurang),
    (r"Invalid enum value '([^']*)'", _bukan_pilihan),
    (r"Expected `([^`]*)`, got `([^`]*)`", _jenis_lain),
    (r"Expected `\w+` (>=|<=|>|<) ([\d.]+)", _batas),
    (r"Expected `array` of length (\d+), got (\d+)", _panjang),
    (r"Invalid RFC3339 encoded date", _tanggal),
)
