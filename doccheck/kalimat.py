"""Texts that are kept and read later, perhaps by somebody of another language.

`kalimat("Ukuran {n} MB", n=3)` is the text in the current language, as `_("Ukuran {n} MB").format(n=3)` would be, but remembers what it was
made of. `tulis` writes that down in one line, `baca` says it in the language of whoever reads. What is no Kalimat (words of a library, rows
from before there were any) is kept and read as it is.
"""

from __future__ import annotations

import json
from typing import Any

from .bahasa import _

Isi = dict[str, Any]
"""Values by placeholder: numbers, texts, or a Kalimat."""


class Kalimat(str):
    """A text made of the msgid `asal` and the values `isi`."""

    asal: str
    isi: Isi

    def __new__(cls, teks: str, asal: str, isi: Isi) -> Kalimat:
        made = super().__new__(cls, teks)
        made.asal, made.isi = asal, isi
        return made

    def __reduce__(self) -> tuple[type[Kalimat], tuple[str, str, Isi]]:
        return Kalimat, (str(self), self.asal, self.isi)


def kalimat(teks: str, /, **isi: object) -> Kalimat:
    """teks: a msgid, whose placeholders `isi` fills; the catalogue collects it from this call."""
    values = {name: one if isinstance(one, (int, float, str)) else str(one) for name, one in isi.items()}
    return Kalimat(_(teks).format(**values) if values else _(teks), teks, values)


def tulis(teks: str) -> str:
    """One line to keep: JSON of a Kalimat, else the text itself."""
    return json.dumps(_urai(teks), ensure_ascii=False) if isinstance(teks, Kalimat) else teks


def baca(tersimpan: str) -> str:
    """What `tulis` wrote, in the current language; a Kalimat again where it was one."""
    if not tersimpan.startswith('{"asal": "'):
        return tersimpan
    try:
        made = _rakit(json.loads(tersimpan))
    except (ValueError, KeyError, TypeError, IndexError):  # words of somebody else that look alike
        return tersimpan
    return made if isinstance(made, str) else tersimpan


def _urai(one: object) -> object:
    return {"asal": one.asal, "isi": {name: _urai(part) for name, part in one.isi.items()}} if isinstance(one, Kalimat) else one


def _rakit(one: Any) -> Any:
    if not isinstance(one, dict):
        return one
    return kalimat(one["asal"], **{name: _rakit(part) for name, part in one["isi"].items()})
