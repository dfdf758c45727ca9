"""Writes the list of seeded defects: DEFECTS.md for people and defects.json for tests, with the places where they stand."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path

from .tempat import Tempat, cari


def daftar(folder: Path, cacat: list[dict], berkas: dict[str, str]) -> list[dict]:
    """The defects of one folder of documents. berkas: key of a document -> file name; defects name documents by key."""
    return [_satu(folder, satu, berkas) for satu in cacat]


def _satu(folder: Path, satu: dict, berkas: dict[str, str]) -> dict:
    nama = [berkas[kunci] for kunci in satu["dokumen"]]
    letak = {n: cari(folder / n, satu["kutipan"], satu.get("nilai", [])) for n in nama if not satu.get("tanpa_halaman")}
    return {
        "id": satu["id"],
        "aturan": satu["aturan"],
        "uraian": satu["uraian"],
        "dokumen": nama,
        "diubah": sorted(n for k, n in berkas.items() if any(kena(u, k) for u in satu.get("ubah", []))),
        "tempat": satu["tempat"],
        "letak": {n: tempat for n, tempat in letak.items() if tempat},
        "kutipan": satu["kutipan"],
        "nilai": satu.get("nilai", []),
        "juga": satu.get("juga", []),
    }


def kena(ubah: dict, kunci: str) -> bool:
    """Whether a mutation touches a document."""
    return any(fnmatch(kunci, pola) for pola in ubah["dokumen"]) and not any(fnmatch(kunci, pola) for pola in ubah.get("kecuali", []))


def tulis_daftar(folder: Path, isi: list[dict], nama: str, sumber: str) -> None:
    """nama: of the region · sumber: file that holds the mutations."""
    (folder / "defects.json").write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "DEFECTS.md").write_text(_markdown(isi, nama, sumber), encoding="utf-8")


def _letak(nama: str, tempat: list[Tempat]) -> str:
    """ "RPJMD.pdf hlm. 3, 4", "IKU.docx tabel 2 baris 5"."""
    if "halaman" in tempat[0]:
        return f"{nama} hlm. {', '.join(str(satu['halaman']) for satu in tempat)}"
    kunci = "lembar" if "lembar" in tempat[0] else "tabel"
    baris: dict[str, list[str]] = {}
    for satu in tempat:
        baris.setdefault(str(satu[kunci]), []).append(str(satu["baris"]))
    return f"{nama} " + ", ".join(f"{kunci} {satu} baris {', '.join(nomor)}" for satu, nomor in baris.items())


def _markdown(isi: list[dict], nama: str, sumber: str) -> str:
    baris = [
        f"# Cacat yang ditanam di {nama}",
        "",
        f"Dibuat oleh `samples/build.py` dari `samples/data/{sumber}`; jangan disunting langsung. Semua dokumen, nama, dan angka fiktif.",
        "Kolom *Juga* memuat aturan lain yang wajar ikut terpicu oleh cacat yang sama.",
        "",
        "| No | Aturan | Dokumen | Halaman/Lembar/Tabel | Apa yang salah | Nilai | Juga |",
        "|---|---|---|---|---|---|---|",
    ]
    for satu in isi:
        letak = "; ".join(_letak(n, tempat) for n, tempat in satu["letak"].items())
        tempat = f"{satu['tempat']} ({letak})" if letak else satu["tempat"]
        folder = f"{satu['folder']}/ " if "folder" in satu else ""
        sel = [
            satu["id"],
            satu["aturan"],
            folder + "<br>".join(satu["dokumen"]),
            tempat,
            satu["uraian"],
            " / ".join(satu["nilai"]) or "–",
            ", ".join(satu["juga"]) or "–",
        ]
        baris.append("| " + " | ".join(teks.replace("|", "\\|") for teks in sel) + " |")
    return "\n".join(baris) + "\n"
