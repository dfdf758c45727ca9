"""Writes docs/pembacaan.md: every note on reading (EXT), where it points to and what to do, from the notes and their rules.

usage: python docs/build_reading.py [--check]    --check changes nothing and fails where the page is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

from doccheck.aturan import read_rule, rule_files
from doccheck.catatan import EXT

PAGE = Path(__file__).parent / "pembacaan.md"
TEMPAT = {
    "EXT-01": "halaman",
    "EXT-02": "halaman dan kotak gambar; lembar",
    "EXT-03": "halaman atau lembar, tabel, kotak",
    "EXT-04": "halaman atau lembar, tabel, baris, kolom",
    "EXT-05": "halaman, tabel, baris",
    "EXT-06": "halaman atau lembar, tabel, baris, kolom",
    "EXT-07": "berkas",
    "EXT-08": "berkas",
    "EXT-09": "berkas",
    "EXT-10": "berkas",
    "EXT-11": "berkas",
    "EXT-12": "berkas, atau lembar",
    "EXT-13": "halaman atau lembar, tabel, kotak",
    "EXT-14": "berkas",
    "EXT-15": "berkas, atau halaman",
}
"""What the place of each note names, besides the file."""
AWAL = """# Catatan pembacaan

Yang tidak terbaca dikatakan, tidak dilewati: setiap cara pembacaan gagal atau meragukan mempunyai kode, teks, dan tempat. Catatan tampil
dalam laporan sebagai temuan keluarga EXT dan dalam JSON di `catatan`. Temuan lain yang bertumpu pada bagian yang meragukan ditandai
"perlu telaah".

| Kode | Teks | Tempat | Yang perlu dilakukan |
|---|---|---|---|
"""


def halaman() -> str:
    """The page: one row a note."""
    files = rule_files()
    rows = []
    for kode, teks in sorted(EXT.items()):
        perbaikan = " ".join(read_rule(files[kode]).teks["id"].penjelasan.perbaikan.split())
        rows.append(f"| [{kode}](aturan/{kode}.md) | {teks} | {TEMPAT[kode]} | {perbaikan} |\n")
    return AWAL + "".join(rows)


def main(check: bool) -> int:
    page = halaman()
    if not check:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("stale: pembacaan.md; run: make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
