"""How the tests of the readers look at a layout: a grid as rows of texts that a person can compare with the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from doccheck.catatan import ReadError
from doccheck.layout import Grid, Layout
from doccheck.readers import read


def table(grid: Grid) -> list[list[str]]:
    """Texts by row and column; "<" and "^" stand where the cell on the left or above reaches, "-" in holes."""
    rows = [["-"] * grid.cols for _ in range(grid.rows)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for col in range(cell.col, cell.col + cell.colspan):
                assert rows[row][col] == "-", f"cells overlap at {row}, {col}"
                rows[row][col] = "^" if row > cell.row else "<" if col > cell.col else cell.text
    assert list(grid.cells) == sorted(grid.cells, key=lambda cell: (cell.row, cell.col))
    return rows


def outline(layout: Layout) -> list[str | list[list[str]]]:
    """All blocks of the first page in order: paragraphs as text, grids as tables."""
    return [table(block) if isinstance(block, Grid) else block.text for block in layout.pages[0].blocks]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file of this name and content, returns its path."""

    def make(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


@pytest.fixture
def refusal() -> Callable[[Path], tuple[str, str]]:
    """Reads a file that cannot be read: the EXT id and its detail."""

    def reason(path: Path) -> tuple[str, str]:
        with pytest.raises(ReadError) as caught:
            read(path)
        return caught.value.kode, caught.value.rincian

    return reason


@pytest.fixture(name="table")
def _table() -> Callable[[Grid], list[list[str]]]:
    return table


@pytest.fixture(name="outline")
def _outline() -> Callable[[Layout], list[str | list[list[str]]]]:
    return outline
