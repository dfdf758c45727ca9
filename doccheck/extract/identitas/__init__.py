"""What document a file is: its kind, region, agency, period or year, and the officials who promise in it."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from ...layout import Grid, Layout
from ...model import Jenis, Pihak
from ..tulisan.kode import kode_pd
from .jenis_dokumen import jenis_dokumen
from .milik_daerah import milik_daerah, mufakat_pd
from .pd import kepala_daerah, nama_baku, pd_dari_jabatan, pilih_pd
from .pemda import pilih_pemda
from .periode import format_dokumen, periode_dokumen, status_dokumen, tahun_dokumen, tanggal_dalam
from .petunjuk import Petunjuk, kumpulkan
from .pihak import pihak_pk

_MULTI_YEAR = ("rpjmd", "renstra")
_AGENCY_COLUMN = re.compile(r"^(?:nama[ _])?(?:skpd|opd|perangkat[ _]?daerah|unit[ _]?(?:kerja|organisasi)|pd)$", re.I)
_CODE_COLUMN = re.compile(r"^kode[ _](?:skpd|opd|perangkat[ _]?daerah|unit|pd)$", re.I)


class Identitas(Struct, frozen=True, kw_only=True):
    """Identity of a document; fields as in model.Dokumen."""

    jenis: Jenis = "lainnya"
    keyakinan_jenis: float = 0.0
    pemda: str | None = None
    perangkat_daerah: str | None = None
    kode_pd: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    pihak: tuple[Pihak, ...] = ()
    tanggal: str | None = None
    format: Literal["2017", "2025"] | None = None
    status: Literal["rancangan", "perubahan"] | None = None


def identitas(layout: Layout) -> Identitas:
    """Recognises a document from its title-like lines; what is unsure stays None or "lainnya" with a low keyakinan_jenis.

    RPJMD and documents of the head of the region have no perangkat_daerah; nor have exports that hold several agencies. A report of
    evaluation belongs to the agency that was evaluated, not to the Inspektorat that wrote it.
    """
    clues = kumpulkan(layout)
    kind, sure = jenis_dokumen(clues)
    pihak = pihak_pk(layout) if kind == "pk" else ()
    jabatan = pihak[0].jabatan if pihak else None
    tanggal = next((one.tanggal for one in pihak if one.tanggal), None) if pihak else tanggal_dalam(clues.prosa)
    periode = periode_dokumen(clues, kind) if kind not in ("pk", "renja", "lkjip", "lhe", "rencana_aksi") else None
    tahun = tahun_dokumen(clues, tanggal, kind) if kind not in _MULTI_YEAR else None
    if kind in ("iku", "cascading", "lainnya") and periode:
        tahun = None
    return Identitas(
        jenis=kind,
        keyakinan_jenis=sure,
        pemda=_pemda(clues, pihak),
        perangkat_daerah=_agency(layout, clues, kind, pihak),
        kode_pd=_agency_code(layout),
        periode=periode,
        tahun=tahun,
        jabatan=jabatan,
        pihak=pihak,
        tanggal=tanggal,
        format=format_dokumen(clues, periode),
        status=status_dokumen(clues, kind),
    )


def _pemda(clues: Petunjuk, pihak: tuple[Pihak, ...]) -> str | None:
    posts = [(text, 2.0) for one in pihak for text in (one.jabatan, one.atasan) if text]
    return pilih_pemda([*clues.berbobot, *posts, (clues.properti or "", 3.0), (clues.prosa, 0.2)])


def _agency(layout: Layout, clues: Petunjuk, kind: Jenis, pihak: tuple[Pihak, ...]) -> str | None:
    if kind == "rpjmd" or (pihak and kepala_daerah(pihak[0].jabatan)):
        return None
    column = _column_values(layout, _AGENCY_COLUMN)
    if column is not None and not pilih_pd(list(clues.judul)):
        return nama_baku(next(iter(column))) if len(column) == 1 else None
    for one in pihak:
        named = pd_dari_jabatan(one.jabatan)
        if named:
            return named
    if milik_daerah(layout, clues, kind):
        return None
    titles = [*clues.berbobot, (clues.properti or "", 3.0)]
    evaluated = pilih_pd(titles, tanpa="Inspektorat") if kind == "lhe" else None
    titled = evaluated or mufakat_pd(titles, clues.prosa)
    return titled or next((name for name in map(pd_dari_jabatan, _posts(clues.prosa)) if name), None)


def _posts(prose: str) -> list[str]:
    return [
        match[0] for match in re.finditer(r"(?:INSPEKTUR|SEKRETARIS|CAMAT|LURAH|Inspektur|Sekretaris|Camat|Lurah)\s[^.\n]{3,60}", prose)
    ]


def _column_values(layout: Layout, header: re.Pattern[str]) -> set[str] | None:
    """Values of the column with that name in sheets and CSV; None where there is no such column."""
    if layout.format not in ("xlsx", "csv"):
        return None
    for page in layout.pages:
        for grid in page.grids:
            for cell in grid.cells:
                if cell.row < 3 and header.match(cell.text.strip()):
                    return _below(grid, cell.row, cell.col)
    return None


def _below(grid: Grid, row: int, col: int) -> set[str]:
    return {text for cell in grid.cells if cell.col == col and cell.row > row and (text := cell.text.strip())}


def _agency_code(layout: Layout) -> str | None:
    """The agency's code, where the document prints one and the same ("7.01.0.00.0.00.06.000 - Kecamatan X")."""
    column = _column_values(layout, _CODE_COLUMN)
    if column is not None:
        return kode_pd(next(iter(column))) if len(column) == 1 else None
    codes: set[str] = set()
    for page in layout.pages:
        for grid in page.grids:
            for cell in grid.cells:
                if len(cell.text) < 160 and cell.text[:1].isdigit() and cell.text.count(".") >= 7:
                    code = kode_pd(re.split(r"\s*[-–]\s+|\s+(?=[A-Za-z])", cell.text.replace("\n", ""))[0])
                    if code:
                        codes.add(code)
    return codes.pop() if len(codes) == 1 else None
