"""Writes docs/aturan/: a page for each rule and the table of all rules, from the rule files alone.

usage: python docs/build_rules.py [--check]    --check changes nothing and fails where a committed page is stale
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from doccheck.aturan import FAMILIES, AlarmPalsu, ContohSalah, Rule, read_rule, rule_files
from doccheck.report.labels import KEPARAHAN, MASALAH

FOLDER = Path(__file__).parent / "aturan"
KELUARGA = {
    "dok": "Dokumen",
    "sel": "Keselarasan antar dokumen",
    "tgt": "Target dan baseline",
    "ind": "Kualitas sasaran dan indikator",
    "lvl": "Level jabatan",
    "cas": "Cascading",
    "crs": "Crosscutting",
    "pk": "Formalitas Perjanjian Kinerja",
    "ang": "Anggaran",
    "nom": "Nomenklatur",
    "mon": "Rencana aksi dan pengukuran berkala",
    "dat": "Kerapian data",
    "lkj": "Laporan Kinerja",
    "tlr": "Tindak lanjut LHE dan evaluasi internal",
    "ext": "Pembacaan berkas",
}
LINGKUP = {"lokal": "satu dokumen", "lintas": "antar dokumen"}


def halaman(rule: Rule) -> str:
    """The page of a rule."""
    teks = rule.teks["id"]
    return "\n\n".join(
        [
            f"# {rule.id} · {teks.nama}",
            f"*{rule.name}*",
            _tabel(rule),
            f"## Apa yang diperiksa\n\n{teks.penjelasan.apa}",
            f"## Mengapa penting\n\n{teks.penjelasan.mengapa}",
            f"## Kapan keliru\n\n{teks.penjelasan.keliru}",
            *_alarm_palsu(rule),
            f"## Cara memperbaiki\n\n{teks.penjelasan.perbaikan}",
            _dasar(rule),
            *_contoh_contoh(rule),
        ]
    ) + "\n"


def _tabel(rule: Rule) -> str:
    rows = [
        ("Keparahan", KEPARAHAN[rule.keparahan]),
        ("Lingkup", LINGKUP[rule.lingkup]),
        ("Penilaian", _penilaian(rule)),
        ("Dokumen", ", ".join(rule.dokumen) or "semua"),
        ("Masalah LHE", "; ".join(f"{nomor} {MASALAH[nomor]}" for nomor in rule.masalah) or "–"),
        ("Parameter", ", ".join(f"`{name}: {_datar(value)}`" for name, value in rule.dengan.items()) or "–"),
    ]
    return "| | |\n|---|---|\n" + "\n".join(f"| {name} | {value} |" for name, value in rows)


def _penilaian(rule: Rule) -> str:
    if rule.periksa is None:
        return "oleh manusia"
    return {"ya": "otomatis", "pelengkap": "otomatis, pelengkap", "tidak": "otomatis, dalam profil"}[rule.awal]


def _lke(rule: Rule) -> str:
    return ", ".join(dict.fromkeys(one.kriteria_lke for one in rule.dasar if one.kriteria_lke)) or "–"


def _kutipan(rule: Rule) -> str:
    """Whether somebody has read the articles that the rule names."""
    states = {one.status for one in rule.dasar}
    return {0: "–", 1: "ya" if states == {"terverifikasi"} else "belum", 2: "sebagian"}[len(states)]


def _dasar(rule: Rule) -> str:
    lines = [
        f"- {one.teks}"
        + (f" (kriteria LKE {one.kriteria_lke})" if one.kriteria_lke else "")
        + (" (belum terverifikasi)" if one.status == "belum" else "")
        for one in rule.dasar
    ]
    return "## Dasar\n\n" + ("\n".join(lines) or "Syarat pembacaan, bukan ketentuan.")


def _alarm_palsu(rule: Rule) -> list[str]:
    """The known false positives, and what becomes of each."""
    shown = [(one.kasus, f"dibiarkan (contoh: {one.nama})") for one in rule.contoh.benar if one.kasus]
    shown += [(one.kasus, f"{_ringan(one)} (contoh: {one.nama})") for one in rule.contoh.salah if one.kasus]
    lines = [f"- {kasus[0].upper()}{kasus[1:]}: {text}" for one in rule.alarm_palsu for kasus, text in _nasib(one, shown)]
    return ["## Alarm palsu yang dikenal\n\n" + "\n".join(lines)] if lines else []


def _nasib(one: AlarmPalsu, shown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    if one.orang:
        return [(one.kasus, f"hanya orang yang dapat menilai ({one.orang})")]
    if one.uji:
        return [(one.kasus, f"dibiarkan (uji `{one.uji}`)")]
    return [(one.kasus, "; ".join(text for kasus, text in shown if kasus == one.kasus))]


def _ringan(one: ContohSalah) -> str:
    return "perlu telaah" if one.telaah else f"dilaporkan sebagai {KEPARAHAN[one.keparahan].lower()}" if one.keparahan else "dilaporkan"


def _contoh_contoh(rule: Rule) -> list[str]:
    """The examples, or why there are none: what only a person can judge."""
    if manusia := rule.teks["id"].manusia:
        return [f"## Perlu penilaian manusia\n\n{manusia}"]
    return [
        "## Contoh yang ditemukan",
        *(_contoh(one.nama, one.dokumen, one.catatan) for one in rule.contoh.salah),
        "## Contoh yang tidak dipersoalkan",
        *(_contoh(one.nama, one.dokumen, one.catatan, one.tidak_dinilai) for one in rule.contoh.benar),
    ]


def _contoh(nama: str, dokumen: list[dict[str, Any]], catatan: list[dict[str, Any]], tidak_dinilai: bool = False) -> str:
    data = [*dokumen, *catatan]
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110) if data else "# tanpa dokumen"
    note = " (dilaporkan sebagai tidak dapat dinilai)" if tidak_dinilai else ""
    return f"{nama[0].upper()}{nama[1:]}{note}:\n\n```yaml\n{text.rstrip()}\n```"


def _datar(value: Any) -> str:
    return yaml.safe_dump(value, default_flow_style=True, width=1000).strip().removesuffix("...").strip()


def daftar(rules: list[Rule]) -> str:
    """The table of all rules by family."""
    parts = [
        "# Aturan",
        f"{len(rules)} aturan. Setiap halaman dibuat dari berkas aturannya di `rules/`; contoh di dalamnya dijalankan sebagai uji.",
        "Masalah LHE: " + "; ".join(f"{nomor} {nama}" for nomor, nama in MASALAH.items()) + ".",
        "Dasar terverifikasi: *ya* bila bunyi ketentuannya sudah dibaca; *belum* bila belum, dan temuan pun menyebutnya demikian.",
    ]
    for family in FAMILIES:
        rows = [rule for rule in rules if rule.keluarga.lower() == family]
        lines = [
            f"| [{rule.id}]({rule.id}.md) | {rule.nama} | {KEPARAHAN[rule.keparahan]} | {', '.join(rule.dokumen) or 'semua'} | "
            f"{LINGKUP[rule.lingkup]} | {_lke(rule)} | {', '.join(map(str, rule.masalah)) or '–'} | {_kutipan(rule)} | {_penilaian(rule)} |"
            for rule in rows
        ]
        head = (
            "| Aturan | Nama | Keparahan | Dokumen | Lingkup | Kriteria LKE | Masalah LHE | Dasar terverifikasi | Penilaian |\n"
            "|---|---|---|---|---|---|---|---|---|\n"
        )
        parts.append(f"## {KELUARGA[family]}\n\n{head}" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """File name -> text of every page."""
    rules = [read_rule(path) for path in rule_files().values()]
    return {"README.md": daftar(rules), **{f"{rule.id}.md": halaman(rule) for rule in rules}}


def main(check: bool) -> int:
    wanted = pages()
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    if check:
        stale = sorted(name for name in {*wanted, *found} if wanted.get(name) != found.get(name))
        if stale:
            print(f"stale: {', '.join(stale)}; run python docs/build_rules.py", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in set(found) - set(wanted):
        (FOLDER / name).unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
