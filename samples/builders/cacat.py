"""Writes the list of seeded defects: DEFECTS.md for people and defects.json for tests, with the pages where they stand."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import pypdfium2


def tulis_daftar(folder: Path, cacat: list[dict], berkas: dict[str, str]) -> None:
    """berkas: key of a document -> file name; defects name documents by key."""
    halaman = {nama: _halaman(folder / nama) for nama in berkas.values() if nama.endswith(".pdf") and (folder / nama).exists()}
    isi = []
    for satu in cacat:
        nama = [berkas[kunci] for kunci in satu["dokumen"]]
        cari = [satu["kutipan"], *satu.get("nilai", [])]
        tempat = {n: _cari(halaman[n], cari) for n in nama if n in halaman and not satu.get("tanpa_halaman")}
        isi.append(
            {
                "id": satu["id"],
                "aturan": satu["aturan"],
                "uraian": satu["uraian"],
                "dokumen": nama,
                "diubah": sorted(n for k, n in berkas.items() if any(_kena(u, k) for u in satu["ubah"])),
                "tempat": satu["tempat"],
                "halaman": {n: h for n, h in tempat.items() if h},
                "kutipan": satu["kutipan"],
                "nilai": satu.get("nilai", []),
                "juga": satu.get("juga", []),
            }
        )
    (folder / "defects.json").write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "DEFECTS.md").write_text(_markdown(isi), encoding="utf-8")


def _kena(ubah: dict, kunci: str) -> bool:
    return any(fnmatch(kunci, pola) for pola in ubah["dokumen"]) and not any(fnmatch(kunci, pola) for pola in ubah.get("kecuali", []))


def _polos(teks: str) -> str:
    return re.sub(r"\s+", "", teks).lower()


def _halaman(berkas: Path) -> list[str]:
    with pypdfium2.PdfDocument(berkas) as pdf:
        return [pdf[n].get_textpage().get_text_range() for n in range(len(pdf))]


def _cari(halaman: list[str], cari: list[str]) -> list[int]:
    """Pages (from 1) that hold the quotation; of these, where possible, those that hold one of the values too."""
    kutipan, *nilai = cari
    ada = [n for n, teks in enumerate(halaman, 1) if _polos(kutipan) in _polos(teks)]
    tepat = [n for n in ada if any(re.search(rf"(?<![\d.,]){re.escape(v)}(?![\d.,])", halaman[n - 1]) for v in nilai)]
    return tepat or ada


def _markdown(isi: list[dict]) -> str:
    baris = [
        "# Cacat yang ditanam di Kota Sembilang",
        "",
        "Dibuat oleh `samples/build.py` dari `samples/data/cacat.yaml`; jangan disunting langsung. Semua dokumen, nama, dan angka fiktif.",
        "Kolom *Juga* memuat aturan lain yang wajar ikut terpicu oleh cacat yang sama.",
        "",
        "| No | Aturan | Dokumen | Halaman/Lembar/Tabel | Apa yang salah | Nilai | Juga |",
        "|---|---|---|---|---|---|---|",
    ]
    for satu in isi:
        hal = "; ".join(f"{nama} hlm. {', '.join(map(str, n))}" for nama, n in satu["halaman"].items())
        tempat = f"{satu['tempat']} ({hal})" if hal else satu["tempat"]
        sel = [
            satu["id"],
            satu["aturan"],
            "<br>".join(satu["dokumen"]),
            tempat,
            satu["uraian"],
            " / ".join(satu["nilai"]) or "–",
            ", ".join(satu["juga"]) or "–",
        ]
        baris.append("| " + " | ".join(teks.replace("|", "\\|") for teks in sel) + " |")
    return "\n".join(baris) + "\n"
