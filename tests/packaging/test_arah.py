"""One direction of data: a package imports only what stands left of it (docs/developers.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[2] / "doccheck"
PAKET = ("model", "readers", "extract", "match", "classify", "checks", "report", "web", "cli")
EXTRACT = ("tulisan", "nilai", "tabel", "pohon", "kalimat", "identitas", "laporan", "bentuk")


def _diimpor(path: Path) -> Iterator[tuple[str, ...]]:
    """The modules of doccheck that a file imports, as parts below `doccheck`."""
    base = ("doccheck", *path.relative_to(AKAR).parent.parts)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            start = base[: len(base) - node.level + 1] if node.level else ()
            whole = (*start, *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                if whole[:1] == ("doccheck",) and whole[1:]:
                    yield (*whole, alias.name)[1:]


def _melawan(folder: Path, urutan: tuple[str, ...], kedalaman: int) -> list[str]:
    """Imports from a package to one that stands right of it."""
    here = folder.relative_to(AKAR).parts
    wrong = []
    for at, name in enumerate(urutan):
        for path in sorted((folder / name).rglob("*.py")):
            for parts in _diimpor(path):
                if parts[:kedalaman] == here and parts[kedalaman] in urutan[at + 1 :]:
                    wrong.append(f"{path.relative_to(AKAR)}: {'.'.join(parts)}")
    return wrong


@pytest.mark.parametrize(("folder", "urutan"), [(AKAR, PAKET), (AKAR / "extract", EXTRACT)], ids=["doccheck", "extract"])
def test_packages_import_only_to_the_left(folder: Path, urutan: tuple[str, ...]) -> None:
    assert all((folder / name).is_dir() for name in urutan)
    assert _melawan(folder, urutan, len(folder.relative_to(AKAR).parts)) == []


def test_an_import_to_the_right_is_seen() -> None:
    """The same search, with the order turned round, finds what it must."""
    assert any("satuan" in line for line in _melawan(AKAR / "extract", EXTRACT[::-1], 1))
