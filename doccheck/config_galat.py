"""What is wrong with a doccheck.toml, in the reader's words, and the line on which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

from .bahasa import _

Jalur = tuple[str | int, ...]
"""Keys and indices from the top of the file down; "..." for any key of a table."""

_KUNCI = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_TABEL = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_BAGIAN = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_TOML = re.compile(r"^(.*) \(at line (\d+), column \d+\)$", re.S)


def letak(text: str, jalur: Jalur, nilai: object = None) -> int | None:
    """The line, from 1, of the entry that a path names, else of the nearest one above it; among several entries ("..." in the path) the
    one that holds `nilai`. None where not even its table is there."""
    lines = text.splitlines()
    best: list[int] = []
    depth = 0
    for number, path in _entri(lines):
        common = _sama(path, jalur)
        if common > depth:
            best, depth = [], common
        if common == depth and depth:
            best.append(number)
    if nilai is not None:
        ends = [*best[1:], len(lines) + 1]
        best = [n for start, end in zip(best, ends, strict=True) for n in range(start, end) if str(nilai) in lines[n - 1]] or best
    return best[0] if best else None


def _entri(lines: Sequence[str]) -> Iterator[tuple[int, Jalur]]:
    """Every line that opens a table or a key, with its path."""
    table: Jalur = ()
    counts: dict[Jalur, int] = {}
    for number, line in enumerate(lines, start=1):
        if header := _TABEL.match(line):
            table = tuple(_bagian(header[2]))
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield number, table
        elif key := _KUNCI.match(line):
            path = (*table, *_bagian(key[1]))
            yield number, path
            for inner in re.finditer(r"""[{,]\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""", line[key.end() :]):
                yield number, (*path, *_bagian(inner[1]))


def _bagian(text: str) -> list[str]:
    return [a or b or c for a, b, c in _BAGIAN.findall(text)]


def _sama(path: Jalur, jalur: Jalur) -> int:
    """How many parts of a path lead to what is sought; 0 where it leads elsewhere."""
    pairs = list(zip(path, jalur, strict=False))
    return len(pairs) if len(path) <= len(jalur) and all("..." in (a, b) or a == b for a, b in pairs) else 0


def galat_toml(error: Exception) -> tuple[int | None, str]:
    """Line and words of a syntax error."""
    found = _TOML.match(str(error))
    return (int(found[2]), found[1]) if found else (None, str(error))


def galat_isi(text: str, error: msgspec.ValidationError, jenis: Any) -> tuple[int | None, str]:
    """Line and words of a value that the type `jenis` (of the whole file) does not allow."""
    message, _at, place = str(error).partition(" - at ")
    jalur = _jalur(place)
    for pattern, say in _PESAN:
        if found := re.fullmatch(pattern, message):
            named, words = say(found, jalur, jenis)
            value = named if place.startswith("`key`") or "..." in jalur else None
            target = (*jalur, named) if place.startswith("`key`") or "unknown field" in message else jalur
            return letak(text, target, value), words
    return letak(text, jalur), f"{_nama(jalur)}: {message}"


def _jalur(place: str) -> Jalur:
    """ "`$.abaikan[0].sampai`", "`key` in `$.bulanan.bobot`", "`$.aturan.keparahan[...]`" as a path."""
    found = re.search(r"\$([^`]*)", place)
    parts: list[str | int] = []
    for key, index in re.findall(r"\.([\w-]+)|\[([^\]]+)\]", found[1] if found else ""):
        parts.append(key or (int(index) if index.isdigit() else "..."))
    return tuple(parts)


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
    known = [one.name for one in at.fields] if isinstance(at, msgspec.inspect.StructType) else []
    head = _("tidak ada pengaturan {nama} di [{tabel}]") if jalur else _("tidak ada pengaturan {nama}")
    return found[1], f"{head.format(nama=found[1], tabel=_nama(jalur))}; {_saran(found[1], known)}"


def _kurang(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    return found[1], _("[[{tabel}]]: {nama} harus diisi").format(tabel=_nama(jalur), nama=found[1])


def _bukan_pilihan(found: re.Match[str], jalur: Jalur, jenis: Any) -> tuple[str, str]:
    known = _pilihan(_isi(jenis, jalur))
    return found[1], f"{_nama(jalur)}: {_('tidak mengenal {nilai}').format(nilai=found[1])}; {_saran(found[1], known)}"


def _jenis_lain(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    kinds = {
        "array": _("daftar") + " [...]", "str": _("teks") + ' "..."', "object": _("tabel"), "int": _("bilangan bulat"),
        "float": _("bilangan"), "bool": "true/false",
    }  # fmt: skip
    wanted = _(" atau ").join(kinds.get(one, one) for one in found[1].split(" | ") if one != "null")
    return "", f"{_nama(jalur)}: {_('harus berupa {jenis}, bukan {ada}').format(jenis=wanted, ada=kinds.get(found[2], found[2]))}"


def _batas(found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    return "", f"{_nama(jalur)}: {_('harus {tanda} {batas}').format(tanda=found[1], batas=found[2])}"


def _tanggal(_found: re.Match[str], jalur: Jalur, _jenis: Any) -> tuple[str, str]:
    return "", f"{_nama(jalur)}: {_('bukan tanggal (2026-12-31)')}"


_PESAN = (
    (r"Object contains unknown field `([^`]*)`", _tak_dikenal),
    (r"Object missing required field `([^`]*)`", _kurang),
    (r"Invalid enum value '([^']*)'", _bukan_pilihan),
    (r"Expected `([^`]*)`, got `([^`]*)`", _jenis_lain),
    (r"Expected `\w+` (>=|<=|>|<) ([\d.]+)", _batas),
    (r"Invalid RFC3339 encoded date", _tanggal),
)
