"""Small made-up regions that no rule was written for, clean and defective: how many seeded defects are found by their rule (recall), and
what grave is said without a cause.

python benchmarks/bench_daerah.py [--benih 1 2 3 4] [--bentuk N] [--cacat N] [--simpan DIR] [--rinci]
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

SINI = Path(__file__).resolve().parent
sys.path[:0] = [str(SINI), str(SINI.parent / "samples"), str(SINI.parent)]

from builders.naskah import tulis  # noqa: E402
from daerah.cacat import Cacat, pilih, semua  # noqa: E402
from daerah.daerah import Daerah, gambar  # noqa: E402
from daerah.dokumen import PENULIS, berkas, rpjmd  # noqa: E402

import doccheck  # noqa: E402
from doccheck.model import Finding  # noqa: E402
from tests.samples.cacat import quotes  # noqa: E402

__all__ = ["gambar", "main", "semua", "ukur"]
BERAT = ("kritis", "tinggi")


def tulis_daerah(daerah: Daerah, benih: int, folder: Path, cacat: list[Cacat]) -> None:
    """All documents of a region, each from the data as its defects leave them."""
    folder.mkdir(parents=True, exist_ok=True)
    for kunci, (nama, ragam) in berkas(daerah, benih).items():
        satu = copy.deepcopy(daerah)
        pd = {one.kunci: one for one in satu.pd}
        for one in cacat:
            if one.kena(kunci):
                one.ubah(satu, pd[one.pd])
        jenis, _, milik = kunci.partition("-")
        tulis(rpjmd(satu, ragam) if jenis == "rpjmd" else PENULIS[jenis](satu, pd[milik], ragam), folder / nama)


def ditemukan(f: Finding, satu: Cacat) -> bool:
    """Whether a finding is the defect's: of its rule, quoting it, in a document of its agency or in one that it changed."""
    nama = {Path(b.dokumen).stem for b in f.bukti}
    return f.aturan == satu.aturan and quotes(f, satu.kutipan) and any(n.endswith(satu.pd) or n == "RPJMD" for n in nama)


def main() -> int:
    opsi = argparse.ArgumentParser(description=__doc__)
    opsi.add_argument("--benih", type=int, nargs="*", default=[1, 2, 3, 4], help="seeds of the regions")
    opsi.add_argument("--bentuk", type=int, default=2, help="defective forms of each")
    opsi.add_argument("--cacat", type=int, default=8, help="defects in each form")
    opsi.add_argument("--simpan", type=Path, help="keep the documents here")
    opsi.add_argument("--rinci", action="store_true", help="print what was missed and what was said without a cause")
    pilihan = opsi.parse_args()
    with tempfile.TemporaryDirectory() as sementara:
        hasil = [ukur(benih, pilihan, pilihan.simpan or Path(sementara)) for benih in pilihan.benih]
    tanam, temu, bersih, sebab = (sum(x) for x in zip(*hasil, strict=True))
    print(f"defects found {temu} of {tanam}: recall {temu / tanam:.3f}")
    print(f"grave findings (none for a person to look at) without a cause: {bersih} on clean forms, {sebab} more on defective ones")
    return 0


def ukur(benih: int, pilihan: argparse.Namespace, folder: Path) -> tuple[int, int, int, int]:
    daerah, acak, terpakai = gambar(benih), random.Random(benih * 31 + 5), Counter[str]()
    tulis_daerah(daerah, benih, folder / f"{benih}-bersih", [])
    dasar = doccheck.check([folder / f"{benih}-bersih"], ocr=False)
    palsu = [f for f in dasar.findings if f.keparahan in BERAT and not f.telaah]
    if pilihan.rinci:
        print(
            *(
                f"{benih} CLEAN {f.aturan} {f.keparahan}{' telaah' if f.telaah else ''} {f.kondisi}"
                for f in dasar.findings
                if f.keparahan in (*BERAT, "sedang")
            ),
            sep="\n",
        )
    tanam = temu = sebab = 0
    for bentuk in range(1, pilihan.bentuk + 1):
        cacat = pilih(daerah, acak, pilihan.cacat, terpakai)
        tulis_daerah(daerah, benih, folder / f"{benih}-cacat-{bentuk}", cacat)
        hasil = doccheck.check([folder / f"{benih}-cacat-{bentuk}"], ocr=False)
        for satu in cacat:
            tanam += 1
            if any(ditemukan(f, satu) for f in hasil.findings):
                temu += 1
            elif pilihan.rinci:
                print(f"{benih}-{bentuk} MISSED {satu.aturan} {satu.pd} {satu.dokumen} {satu.kutipan}")
        lama = {f.sidik for f in dasar.findings}
        baru = [f for f in hasil.findings if f.keparahan in BERAT and not f.telaah and f.sidik not in lama]
        tanpa = [f for f in baru if not any(quotes(f, teks) for satu in cacat for teks in (satu.kutipan, *satu.objek))]
        sebab += len(tanpa)
        if pilihan.rinci:
            print(
                *(f"{benih}-{bentuk} UNEXPLAINED {f.aturan} {f.keparahan}{' telaah' if f.telaah else ''} {f.kondisi}" for f in tanpa),
                sep="\n",
            )
    return tanam, temu, len(palsu), sebab


if __name__ == "__main__":
    sys.exit(main())
