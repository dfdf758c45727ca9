"""Reading one document: in this process, in a worker, or from the cache."""

from __future__ import annotations

import os
import traceback
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from .bahasa import Lang, berbahasa
from .catatan import ReadError, catatan
from .kalimat import kalimat
from .model import Catatan, Dokumen
from .proses.batas import Batas, Denyut, Sebab
from .simpanan.cache import Cache
from .simpanan.sidik_berkas import dikenal, fingerprint

if TYPE_CHECKING:
    from .readers import Engine

_FLEETING = frozenset({"EXT-11", "EXT-15"})
"""Notes whose cause lies outside the file (a missing program, memory): what has them is not kept."""


class Tugas(Struct, frozen=True):
    """What a worker is told: a file, its name in the report, limits, the language of notes, whether scans are read, and what reads a
    PDF."""

    path: Path
    berkas: str
    batas: Batas
    lang: Lang
    ocr: bool = True
    engine: Engine = "pdfium"


class Terbaca(Struct, frozen=True):
    """A document that was read: packed (msgpack, compressed), as it goes from a worker to the parent and into the cache, where
    neither the file's name nor its place matters. sidik: SHA-256 of the file · tetap: whether it may be kept."""

    sidik: str
    isi: bytes
    tetap: bool

    def dokumen(self, berkas: str) -> Dokumen:
        return unpack(self.isi, berkas, self.sidik)


def unpack(isi: bytes, berkas: str, sidik: str) -> Dokumen:
    """The document of a packed reading. Raises zlib.error and msgspec.DecodeError for other bytes."""
    return msgspec.structs.replace(msgspec.msgpack.decode(zlib.decompress(isi), type=Dokumen), berkas=berkas, sidik=sidik)


def read_document(
    path: Path,
    berkas: str | None = None,
    *,
    ocr: bool = True,
    progress: Callable[[int, int], None] | None = None,
    engine: Engine = "pdfium",
) -> Dokumen:
    """Reads and extracts one file in this process. Raises ReadError where it yields nothing. See readers.read for `ocr` and `engine`."""
    from .extract.dokumen import extract
    from .readers import read

    sidik = fingerprint(path)
    return msgspec.structs.replace(extract(read(path, ocr, progress, engine)), berkas=berkas or path.name, sidik=sidik)


def preload(tasks: Sequence[Tugas]) -> None:
    """Loads what these files need before processes are forked, so that each does not load it anew."""
    from . import extract  # noqa: F401

    if any(tugas.path.suffix.lower() == ".pdf" for tugas in tasks):
        from .readers import pdf  # noqa: F401


def work(tugas: Tugas, denyut: Denyut) -> Terbaca | Catatan:
    """One file in a worker. Every failure becomes a note with the file's name, so that the other files go on."""
    with berbahasa(tugas.lang):
        try:
            dokumen = read_document(tugas.path, ocr=tugas.ocr, progress=denyut, engine=tugas.engine)
        except ReadError as error:
            return catatan(error.kode, rincian=error.rincian, berkas=tugas.berkas)
        except OSError as error:
            rincian = error.strerror or str(error)
        except Exception as error:
            if os.environ.get("DOCCHECK_DEBUG"):
                traceback.print_exc()
            rincian = f"{type(error).__name__}: {error}"
        else:
            isi = zlib.compress(msgspec.msgpack.encode(msgspec.structs.replace(dokumen, berkas="", sidik="")), 1)
            return Terbaca(dokumen.sidik, isi, not any(note.kode in _FLEETING for note in dokumen.catatan))
        return catatan("EXT-15", rincian=rincian, berkas=tugas.berkas)


def lost(tugas: Tugas, sebab: Sebab) -> Catatan:
    """The note for a file at which a worker had to be killed, or died."""
    with berbahasa(tugas.lang):
        if sebab == "waktu":
            rincian = kalimat("melebihi batas waktu {detik:g} detik", detik=tugas.batas.detik)
        else:
            rincian = kalimat("proses pembaca berhenti mendadak, mungkin kehabisan memori")
        return catatan("EXT-15", rincian=rincian, berkas=tugas.berkas)


def settings(tugas: Tugas) -> tuple[str, ...]:
    """What changes the reading of the same bytes: the name's suffix (a CSV is known by it alone), the language of notes, and for
    a PDF the OCR that is installed."""
    suffix = tugas.path.suffix.lower()
    if tugas.engine != "pdfium":
        suffix += f" {tugas.engine}"
    if not tugas.ocr or tugas.path.suffix.lower() != ".pdf":
        return suffix, tugas.lang, str(tugas.ocr)
    from .readers.ocr import available

    if not available():
        return suffix, tugas.lang, "-"
    from .readers.ocr import opinion  # needs OpenCV
    from .readers.ocr.words import installed

    return suffix, tugas.lang, " ".join([*sorted(installed()), *(["rapidocr"] if opinion.installed() else [])])


def from_cache(cache: Cache, tugas: Tugas) -> Dokumen | None:
    """The document as it was read before; None where it was not, or its entry is damaged."""
    try:
        sidik = dikenal(tugas.path, cache)
        isi = cache.get(cache.key(sidik, *settings(tugas)))
        return None if isi is None else unpack(isi, tugas.berkas, sidik)
    except (OSError, zlib.error, msgspec.DecodeError, msgspec.ValidationError):
        return None


def to_cache(cache: Cache, tugas: Tugas, terbaca: Terbaca) -> None:
    if terbaca.tetap:
        cache.put(cache.key(terbaca.sidik, *settings(tugas)), terbaca.isi)
