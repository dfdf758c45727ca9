"""The made-up regions: which documents each has, and how it is built clean, with its seeded defects, or with those of one variant."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from . import kabupaten, provinsi, rusak
from .cacat import daftar, kena, tulis_daftar
from .kota import muat_cacat, muat_kota
from .mutasi import Data

Dokumen = dict[str, tuple[str, Callable[[Data, Path], None]]]
UTAMA = "1"
BERSIH = "bersih"
KONFIGURASI = """# aturan yang mati kecuali diminta, tetapi ditanam di sini
[aturan]
aktif = ["TGT-19"]
"""


@dataclass(frozen=True)
class Wilayah:
    """folder: under samples · data, cacat: files under samples/data · dokumen: key of each document -> (file name, its writer)."""

    folder: str
    data: str
    cacat: str
    dokumen: Callable[[], Dokumen]

    def mutasi(self, varian: str | None = None) -> list[dict]:
        """The seeded defects, of one variant or all. Defects that would hide each other stand in different variants."""
        return [satu for satu in muat_cacat(self.cacat) if varian is None or satu.get("varian", UTAMA) == varian]

    def varian(self) -> list[str]:
        return sorted({satu.get("varian", UTAMA) for satu in self.mutasi()})

    @staticmethod
    def nama_folder(varian: str) -> str:
        """The folder that holds a variant, below the region's."""
        return "cacat" if varian == UTAMA else f"cacat-{varian}"

    def berkas(self) -> dict[str, str]:
        """Key of each document -> file name, of those that only a defect adds, too."""
        tambahan = {satu["berkas"]["nama"]: satu["berkas"]["nama"] for satu in self.mutasi() if "berkas" in satu}
        return {**{kunci: nama for kunci, (nama, _) in self.dokumen().items()}, **tambahan}


KABUPATEN = Wilayah("kabupaten-watulirang", "kabupaten-watulirang.yaml", "kabupaten-watulirang-cacat.yaml", kabupaten.dokumen)
PROVINSI = Wilayah("provinsi-nusa-mutiara", "provinsi-nusa-mutiara.yaml", "provinsi-nusa-mutiara-cacat.yaml", provinsi.dokumen)
SEMUA = (KABUPATEN, PROVINSI)


def bangun_semua(wilayah: Wilayah, folder: Path) -> None:
    """Write what is committed of a region: its clean documents, those of each variant of its defects, and the list of these."""
    for lama in (berkas for berkas in folder.rglob("*") if berkas.is_file()):
        lama.unlink()
    bangun(wilayah, folder / BERSIH, [])
    isi = []
    for varian in wilayah.varian():
        tujuan, cacat = folder / wilayah.nama_folder(varian), wilayah.mutasi(varian)
        bangun_varian(wilayah, folder / BERSIH, tujuan, cacat)
        isi += [{"folder": tujuan.name, **satu} for satu in daftar(tujuan, cacat, wilayah.berkas())]
    tulis_daftar(folder, isi, muat_kota(wilayah.data).pemda, wilayah.cacat)


def bangun(wilayah: Wilayah, folder: Path, cacat: list[dict]) -> None:
    """Write all documents of a region with these defects into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "doccheck.toml").write_text(KONFIGURASI, encoding="utf-8")
    tulis(wilayah, folder, cacat, wilayah.dokumen())


def bangun_varian(wilayah: Wilayah, bersih: Path, folder: Path, cacat: list[dict]) -> None:
    """The same, quicker: the clean documents are copied from `bersih`, and only those that a defect touches are written."""
    shutil.copytree(bersih, folder, dirs_exist_ok=True)
    diubah = {kunci for kunci in wilayah.dokumen() for satu in cacat for ubah in satu.get("ubah", []) if kena(ubah, kunci)}
    tulis(wilayah, folder, cacat, diubah)


def tulis(wilayah: Wilayah, folder: Path, cacat: list[dict], kunci: Iterable[str]) -> None:
    """Write the documents with these keys, then do to files what a defect does to them."""
    data = Data([{"ubah": [], **satu} for satu in cacat], wilayah.data)
    semua = wilayah.dokumen()
    for satu in kunci:
        nama, penulis = semua[satu]
        if data.dilewati(satu):
            (folder / nama).unlink(missing_ok=True)
        else:
            penulis(data, folder / nama)
    for satu in cacat:
        if "berkas" in satu:
            rusak.rusakkan(folder, **satu["berkas"])
