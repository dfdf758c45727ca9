"""Takes the pictures of the HTML report for the README and the guide from the sample city: laporan.png, temuan.png,
pohon.png and matriks.png in docs/gambar.

usage: python docs/screenshot.py [--chromium PATH] [FOLDER]

Needs Chromium or Chrome. FOLDER is checked instead of samples/kota-sembilang where it is given.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from PIL import Image

from doccheck import check
from doccheck.config import Config
from doccheck.model import Report
from doccheck.report.html import render
from doccheck.report.summary import per_agency
from doccheck.triase.tampilan import utamakan

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 1280
OFFLINE = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--hide-scrollbars", "--virtual-time-budget=3000",
)  # fmt: skip


def screenshot(chromium: str, url: str, height: int, target: Path) -> None:
    """One window of the page as a PNG of 256 colours."""
    with TemporaryDirectory() as profile:
        raw = Path(profile) / "raw.png"
        command = [chromium, *OFFLINE, f"--user-data-dir={profile}", f"--window-size={WIDTH},{height}", f"--screenshot={raw}", url]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        Image.open(raw).convert("RGB").quantize(256).save(target, optimize=True)


def alone(text: str, anchor: str) -> str:
    """The report showing one finding with its evidence and nothing else."""
    rest = ".kepala, .daftar-isi, .saringan, .kaki, #j-temuan, "
    rest += f"main > section:not(#temuan), .kelompok:not(:has(#{anchor})), article:not(#{anchor})"
    style = (
        f"{rest} {{ display: none !important }} "
        "#temuan { margin: 0 !important; padding: 0; border: 0 !important } .kelompok h3 { margin-top: 1.5rem }"
    )
    opened = text.replace('<details class="rincian">', '<details class="rincian" open>')
    return opened.replace("</head>", f"<style>{style}</style></head>")


def section(text: str, anchor: str) -> str:
    """The report showing one section and nothing else, the tops of its tree unfolded."""
    style = (
        f".kepala, .daftar-isi, .kaki, main > section:not(#{anchor}) {{ display: none !important }} "
        f"#{anchor} {{ margin: 0 !important; border: 0 !important }}"
    )
    tops = ".akar > li > details, .akar > li > details > ul > li > details"
    script = f"document.querySelectorAll('{tops}').forEach((d) => {{ d.open = true; }})"
    return text.replace("</head>", f"<style>{style}</style></head>").replace("</body>", f"<script>{script}</script></body>")


def telling(report: Report) -> str:
    """Fingerprint of the first finding, in reading order, that sets two values of two PDF files side by side."""
    for findings in per_agency(report).values():
        for finding in findings:
            boxed = [b for b in finding.bukti if b.kotak and b.nilai]
            if len({b.dokumen for b in boxed}) > 1 and len({b.nilai for b in boxed}) > 1:
                return finding.sidik
    return report.findings[0].sidik


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "samples" / "kota-sembilang")
    parser.add_argument("--chromium", default=which("chromium") or which("google-chrome") or "chromium")
    given = parser.parse_args()
    report = utamakan(check([given.folder]), Config())
    target = ROOT / "docs" / "gambar"
    target.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        page = Path(folder) / "laporan.html"
        text = render(report, given.folder)
        page.write_text(text, encoding="utf-8")
        screenshot(given.chromium, page.as_uri(), 1180, target / "laporan.png")
        page.write_text(alone(text, f"temuan-{telling(report)[:16]}"), encoding="utf-8")
        screenshot(given.chromium, page.as_uri(), 1010, target / "temuan.png")
        for anchor, name, height in (("kaskade", "pohon", 900), ("matriks", "matriks", 900)):
            page.write_text(section(text, anchor), encoding="utf-8")
            screenshot(given.chromium, page.as_uri(), height, target / f"{name}.png")


if __name__ == "__main__":
    main()
