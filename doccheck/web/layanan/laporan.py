"""A check's whole report in the store, and the folder that its documents are laid out in."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

import msgspec

from doccheck.config import Config, IdentitasConfig
from doccheck.match.pd import sama_pd
from doccheck.model import Finding, Report

from ..models import Dokumen, Pemeriksaan, PerangkatDaerah, Versi
from . import gudang


def simpan(pemeriksaan: Pemeriksaan, report: Report) -> str:
    """The name under which the report lies in the store."""
    return gudang.tulis(f"laporan/{pemeriksaan.pk}.bin", zlib.compress(msgspec.msgpack.encode(report), 3))


@lru_cache(maxsize=8)
def baca(name: str) -> Report:
    """The report under a name of the store."""
    return msgspec.msgpack.decode(zlib.decompress(gudang.baca(name)), type=Report)


def muat(pemeriksaan: Pemeriksaan) -> Report | None:
    """The report of a finished check; reports are never rewritten, so that the last ones are kept in memory."""
    return baca(pemeriksaan.berkas_laporan) if pemeriksaan.berkas_laporan else None


def temuan(isi: object) -> Finding:
    """A Finding from the JSON of its row."""
    return msgspec.convert(isi, Finding)


def milik(report: Report, pd: PerangkatDaerah, versi: Mapping[str, Versi]) -> Report:
    """What an agency's check says of the agency: findings that name it, or that show a document of its own. The region's documents are read
    beside them; what they alone would be blamed for is the region's to answer, and would often be false here, where the documents of the
    other agencies are not read."""
    own = {nama for nama, one in versi.items() if one.dokumen.perangkat_daerah_id == pd.pk}
    kept = [
        one for one in report.findings
        if (sama_pd(one.perangkat_daerah, pd.nama) if one.perangkat_daerah else any(bukti.dokumen in own for bukti in one.bukti))
    ]  # fmt: skip
    return msgspec.structs.replace(report, findings=tuple(kept))


_TANDA = re.compile(r"[^\w .()&,-]+")


def nama_berkas(versi: Iterable[Versi]) -> dict[int, str]:
    """Version -> its path in a report: "Dinas Perhubungan/Renstra.pdf", documents of the region at the top; each name once."""
    taken: set[str] = set()
    names = {}
    for one in versi:
        pd = one.dokumen.perangkat_daerah
        folder = _TANDA.sub("_", pd.nama).strip(" .")[:80] if pd else ""
        path = PurePosixPath(folder, one.nama_asli)
        number = 1
        while path.as_posix().casefold() in taken:
            number += 1
            path = path.with_name(f"{Path(one.nama_asli).stem} ({number}){Path(one.nama_asli).suffix}")
        taken.add(path.as_posix().casefold())
        names[one.pk] = path.as_posix()
    return names


def identitas(dokumen: Dokumen) -> IdentitasConfig:
    """What people have confirmed of a document stands over what is recognised again; its period stays as printed, because it is checked."""
    return IdentitasConfig(
        jenis=dokumen.jenis,  # type: ignore[arg-type]  # choices of the field are the kinds
        pemda=dokumen.periode.pemda.nama,
        perangkat_daerah=dokumen.perangkat_daerah.nama if dokumen.perangkat_daerah else None,
        tahun=dokumen.tahun,
    )


def konfigurasi(pemeriksaan: Pemeriksaan, versi: dict[str, Versi]) -> Config:
    """The configuration of a check: identities by name in the report."""
    return Config(
        pemda=pemeriksaan.periode.pemda.nama,
        dokumen={nama: identitas(one.dokumen) for nama, one in versi.items()},
    )


def gelar(versi: dict[str, Versi], folder: Path) -> None:
    """Copies the documents into a folder under their names."""
    for nama, one in versi.items():
        gudang.ambil(one.berkas, folder / nama)
