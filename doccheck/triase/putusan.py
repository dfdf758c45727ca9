"""Decisions of a project over doccheck's judgement, from doccheck.toml and from two tables that people keep beside their documents.

doccheck-pasangan.csv: a, b, putusan (sama or beda), alasan · doccheck-indikator.csv: indikator, orientasi, polaritas, alasan. Columns
in any order, separated by commas or semicolons.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from ..bahasa import _
from ..config import Config, ConfigError, OrientasiConfig, PolaritasConfig
from ..match.putusan import Entri
from .tabel_csv import baca_tabel

PASANGAN, INDIKATOR = "doccheck-pasangan.csv", "doccheck-indikator.csv"
NAMA = frozenset((PASANGAN, INDIKATOR))
_KOLOM = {PASANGAN: ("a", "b", "putusan", "alasan"), INDIKATOR: ("indikator", "orientasi", "polaritas", "alasan")}
_NILAI = {"putusan": ("sama", "beda"), "orientasi": get_args(OrientasiConfig), "polaritas": get_args(PolaritasConfig)}


def baca(config: Config, folder: Path) -> tuple[Entri, ...]:
    """All decisions: those of the configuration, then those of the tables in `folder`, which come later and win. Raises ConfigError."""
    return (*_dari_config(config), *_pasangan(folder / PASANGAN), *_indikator(folder / INDIKATOR))


def _dari_config(config: Config) -> Iterator[Entri]:
    where = "doccheck.toml"
    for nilai, pairs in (("sama", config.sama), ("beda", config.beda)):
        for pair in pairs:
            yield Entri("pasangan", (pair.a, pair.b), nilai, pair.alasan, where)
    for text, label in config.orientasi.items():
        yield Entri("orientasi", (text,), label, "", where)
    for text, direction in config.polaritas.items():
        yield Entri("polaritas", (text,), direction, "", where)


def _pasangan(path: Path) -> Iterator[Entri]:
    for line, row in _rows(path):
        if not (row["a"] and row["b"] and row["putusan"]):
            raise ConfigError(f"{path}:{line}: " + _("a, b, dan putusan harus diisi"))
        yield Entri("pasangan", (row["a"], row["b"]), row["putusan"], row["alasan"], f"{path.name}:{line}")


def _indikator(path: Path) -> Iterator[Entri]:
    for line, row in _rows(path):
        if not row["indikator"] or not (row["orientasi"] or row["polaritas"]):
            raise ConfigError(f"{path}:{line}: " + _("indikator dan orientasi atau polaritas harus diisi"))
        for apa in ("orientasi", "polaritas"):
            if row[apa]:
                yield Entri(apa, (row["indikator"],), row[apa], row["alasan"], f"{path.name}:{line}")


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, column -> cell) of a table, its values among those that there are; nothing where there is no file."""
    for line, row in baca_tabel(path, _KOLOM[path.name]):
        for name in [name for name in _NILAI if name in row]:
            row[name] = row[name].casefold()
            if row[name] and row[name] not in _NILAI[name]:
                pesan = _("{kolom}: {nilai} bukan salah satu dari {daftar}")
                pesan = pesan.format(kolom=name, nilai=repr(row[name]), daftar=", ".join(_NILAI[name]))
                raise ConfigError(f"{path}:{line}: {pesan}")
        yield line, row
