"""The items of a box: a code, dash or label with its text and value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...tulisan.teks import mend
from .bagi import Tanda, pitch_of, share_out, side_by_side
from .kotak import Baris
from .tulisan import Label, is_nilai, is_penanda, label, penanda, pisah_nilai

_TARGET_DEPAN = re.compile(r"\s*\btarget\s*[:=]?$", re.I)


class Butir(Struct, frozen=True):
    """An item of a box. kode: its code or list number; "-" for a dash, None without a mark · label: the label in front of it ·
    nilai: the target printed at its end · atas, bawah: baselines of its first and last line."""

    teks: str
    nilai: str | None
    kode: str | None
    label: Label | None
    atas: float
    bawah: float
    tebal: bool


def butir(baris: Sequence[Baris]) -> list[Butir]:
    """The items of a box's lines (from top to bottom), in order."""
    lines: list[Baris] = []
    marks: list[Tanda] = []
    for line in sorted(baris, key=lambda line: line.y):
        _baca(line, lines, marks)
    found = []
    pitch = pitch_of(lines)
    for mark, a, b in share_out(lines, marks):
        item = _butir(lines[a:b], mark, pitch)
        if item is not None:
            found.append(item)
    return found


def _baca(line: Baris, lines: list[Baris], marks: list[Tanda]) -> None:
    """Takes a line apart into its mark and its text."""
    named = label(line.teks)
    inside = bool(lines) and not line.teks.isupper()  # the rest of a text may begin with such a word: "... Perencanaan dan | Program"
    if named is not None and (named.arti != "target" or not named.sisa) and (named.tegas or not inside) and line.teks[0].isupper():
        marks.append(Tanda(named.nomor, line.y, len(lines), named))
        lines.append(Baris(teks=named.sisa, y=line.y, tebal=line.tebal))
        return
    mark = penanda(line.teks)
    if mark is None and line.penanda and is_penanda(line.teks):
        mark = line.teks.strip(), ""
    if mark is None:
        lines.append(line)
        return
    marks.append(Tanda(mark[0], line.y, len(lines) if mark[1] else None))
    if mark[1]:
        inner = label(mark[1])
        marks[-1].label = inner
        lines.append(Baris(teks=inner.sisa if inner else mark[1], y=line.y, tebal=line.tebal))


def _butir(lines: Sequence[Baris], mark: Tanda | None, pitch: float) -> Butir | None:
    """The text of a run and the value in it: a line of its own, at the end of a line (a column of values), or at its end."""
    texts: list[str] = []
    value: str | None = None
    for at, line in enumerate(lines):
        text = line.teks
        last = at == len(lines) - 1
        if value is None and text and is_nilai(text) and len(lines) > 1:
            beside = any(side_by_side(line, other, pitch) for other in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))
            if beside or not _goes_on(texts, text):
                value = text
                continue
        if value is None and not last and text.endswith(")"):
            text, value = pisah_nilai(text)
        texts.append(text)
    text = mend("\n".join(part for part in texts if part))
    if value is None:
        text, value = pisah_nilai(text)
    else:
        text = _TARGET_DEPAN.sub("", text)
    if not text and value is None and (mark is None or mark.label is None):
        return None
    return Butir(
        teks=text, nilai=value, kode=mark.kode if mark else None, label=mark.label if mark else None,
        atas=lines[0].y, bawah=lines[-1].y, tebal=all(line.tebal for line in lines),
    )  # fmt: skip


def _goes_on(texts: list[str], text: str) -> bool:
    """Whether a number begins a line only because the line before ran full ("balita usia | 5 tahun")."""
    return bool(texts) and not text.startswith("(") and pisah_nilai(f"{texts[-1]} {text}")[1] is None
