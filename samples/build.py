"""Builds the sample regions from samples/data.

python samples/build.py               samples/kota-sembilang with the seeded defects, and the clean and the defective forms of the
                                      kabupaten and the province, each with DEFECTS.md and defects.json
python samples/build.py --clean DIR   the city without defects into DIR
python samples/build.py --check       whether the committed files are what the data give (exit code 1: they are not)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

SINI = Path(__file__).resolve().parent
if str(SINI) not in sys.path:
    sys.path.insert(0, str(SINI))

from builders import cascading_xlsx, iku_pdf, pk_docx, renja_xlsx, renstra_docx, renstra_pdf, renstra_xlsx, rpjmd  # noqa: E402
from builders.cacat import daftar, tulis_daftar  # noqa: E402
from builders.kota import muat_cacat  # noqa: E402
from builders.mutasi import Data  # noqa: E402
from builders.paket import kandungan  # noqa: E402
from builders.periksa import periksa  # noqa: E402
from builders.wilayah import SEMUA, bangun_semua  # noqa: E402

KELUARAN = SINI / "kota-sembilang"
NAMA_PD = {"dinkes": "Dinas-Kesehatan", "dishub": "Dinas-Perhubungan", "diskop": "Dinas-Koperasi-UKM", "inspektorat": "Inspektorat-Daerah"}

Penulis = Callable[[Data, Path], None]


def dokumen() -> dict[str, tuple[str, Penulis]]:
    """Key of each document (as data/cacat.yaml names it) -> (file name, its writer)."""
    renstra = {
        "dinkes": ("pdf", renstra_pdf),
        "dishub": ("pdf", renstra_pdf),
        "diskop": ("docx", renstra_docx),
        "inspektorat": ("xlsx", renstra_xlsx),
    }
    hasil: dict[str, tuple[str, Penulis]] = {
        "rpjmd": ("RPJMD-2025-2029.pdf", rpjmd.tulis),
        "iku": ("IKU-2025-2029.pdf", iku_pdf.tulis),
        "pk-wali-kota": ("PK-2026-Wali-Kota.docx", _pk("", "kepala")),
        "cascading-dishub": ("Cascading-Dinas-Perhubungan.xlsx", _satu(cascading_xlsx.tulis, "dishub")),
    }
    for kunci, nama in NAMA_PD.items():
        akhiran, modul = renstra[kunci]
        hasil[f"renstra-{kunci}"] = (f"Renstra-{nama}.{akhiran}", _satu(modul.tulis, kunci))
        hasil[f"renja-{kunci}"] = (f"Renja-2026-{nama}.xlsx", _satu(renja_xlsx.tulis, kunci))
        hasil[f"pk-kepala-{kunci}"] = (f"PK-2026-Kepala-{nama}.docx", _pk(kunci, "kepala"))
        hasil[f"pk-eselon3-{kunci}"] = (f"PK-2026-Eselon-III-{nama}.docx", _pk(kunci, "eselon3"))
        hasil[f"pk-staf-{kunci}"] = (f"PK-2026-Staf-{nama}.docx", _pk(kunci, "staf"))
    return hasil


def _satu(tulis: Callable[[Data, str, Path], None], kunci: str) -> Penulis:
    return lambda data, tujuan: tulis(data, kunci, tujuan)


def _pk(kunci: str, jenjang: str) -> Penulis:
    return lambda data, tujuan: partial(pk_docx.tulis, data, kunci, jenjang)(tujuan)


def bangun(folder: Path, cacat: list[dict]) -> None:
    """Write all documents into `folder`; files of an earlier build that no longer belong there are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    data = Data(cacat)
    ada = {kunci: isi for kunci, isi in dokumen().items() if not data.dilewati(kunci)}
    for lama in folder.iterdir():
        if lama.suffix in (".pdf", ".docx", ".xlsx") and lama.name not in {nama for nama, _ in ada.values()}:
            lama.unlink()
    for nama, tulis in ada.values():
        tulis(data, folder / nama)
    if cacat:
        isi = daftar(folder, cacat, {kunci: nama for kunci, (nama, _) in dokumen().items()})
        tulis_daftar(folder, isi, "Kota Sembilang", "cacat.yaml")


def beda(folder: Path, lain: Path) -> list[str]:
    """Names of the files that differ in content between two builds."""
    nama = sorted({str(berkas.relative_to(tempat)) for tempat in (folder, lain) for berkas in tempat.rglob("*") if berkas.is_file()})
    return [
        satu
        for satu in nama
        if not ((folder / satu).exists() and (lain / satu).exists()) or kandungan(folder / satu) != kandungan(lain / satu)
    ]


def main() -> int:
    opsi = argparse.ArgumentParser(description="Build the sample regions.")
    opsi.add_argument("--clean", type=Path, metavar="DIR", help="build the city without defects into DIR")
    opsi.add_argument("--check", action="store_true", help="compare the committed files with a fresh build")
    pilihan = opsi.parse_args()
    salah = periksa(Data().untuk("rpjmd"))
    if salah:
        print(*salah, sep="\n", file=sys.stderr)
        return 1
    if pilihan.clean:
        bangun(pilihan.clean, [])
        return 0
    wilayah = {satu.folder: satu for satu in SEMUA}
    tidak_sama = []
    for nama in (KELUARAN.name, *wilayah):
        with tempfile.TemporaryDirectory() as sementara:
            tujuan = Path(sementara) if pilihan.check else SINI / nama
            if nama in wilayah:
                bangun_semua(wilayah[nama], tujuan)
            else:
                bangun(tujuan, muat_cacat())
            tidak_sama += [f"{nama}/{satu}" for satu in beda(SINI / nama, tujuan)] if pilihan.check else []
    print(*(f"not current: {nama}" for nama in tidak_sama), sep="\n", end="\n" if tidak_sama else "")
    return 1 if tidak_sama else 0


if __name__ == "__main__":
    sys.exit(main())
