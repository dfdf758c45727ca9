"""Notes on reading as findings: what could not be read is told with its place."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Catatan
from ...tempat import tempat
from ..bukti import pada, peran
from ..context import Context
from ..registry import Keluaran, Parameter, Temuan, periksa


@periksa("catatan_pembacaan")
def catatan_pembacaan(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The notes dengan.kode of each file, as one finding a file. Facts: berkas, jumlah, tempat (list), pesan (list)."""
    files: dict[str, list[Catatan]] = {}
    for item in ctx.dokumen:
        for note in item.catatan:
            if note.kode == dengan["kode"]:
                files.setdefault(item.berkas, []).append(note)
    for note in ctx.catatan:
        if note.kode == dengan["kode"] and note not in files.get(note.berkas, []):
            files.setdefault(note.berkas, []).append(note)
    documents = {item.berkas: item for item in ctx.dokumen}
    for berkas, notes in sorted(files.items()):
        document = documents.get(berkas)
        yield Temuan(
            bukti=tuple(pada(berkas, note.pesan, note.lokasi, peran(document) if document else "") for note in notes[:20]),
            subjek=(berkas.rsplit("/", 1)[-1],),
            jenis="berkas",
            perangkat_daerah=document.perangkat_daerah if document else None,
            fakta={
                "berkas": berkas,
                "jumlah": len(notes),
                "tempat": list(dict.fromkeys(text for note in notes if (text := tempat(note.lokasi)))),
                "pesan": list(dict.fromkeys(note.pesan for note in notes)),
            },
        )
