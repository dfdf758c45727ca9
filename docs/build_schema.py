"""Writes docs/schema/: the JSON Schema of every JSON output, generated from doccheck.report.kontrak.

usage: python docs/build_schema.py [--check]    --check changes nothing and fails where a committed file is stale
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from doccheck.report.kontrak import CheckJson
from doccheck.report.kontrak_bulanan import BulananJson
from doccheck.report.kontrak_diff import DiffJson
from doccheck.report.kontrak_dokumen import ExtractFolderJson, ExtractJson
from doccheck.report.kontrak_kaskade import KaskadeJson
from doccheck.report.kontrak_matriks import MatrixJson
from doccheck.report.kontrak_tanya import CompareJson, OrientasiJson
from doccheck.report.kontrak_tema import TemaJson

FOLDER = Path(__file__).parent / "schema"
CONTRACTS = {
    "extract": ExtractJson, "extract-folder": ExtractFolderJson, "matrix": MatrixJson, "check": CheckJson, "diff": DiffJson,
    "kaskade": KaskadeJson, "tema": TemaJson, "bulanan": BulananJson,
    "compare": CompareJson, "orientasi": OrientasiJson,
}
TITLES = {
    "extract-folder": "extract FOLDER", "diff": "diff OLD NEW", "tema": "matrix --tema", "compare": "compare A B",
    "orientasi": "orientasi INDIKATOR",
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one contract. Fields may be added within a version, so unknown ones are allowed."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"doccheck {TITLES.get(name, name)} --format json",
        **msgspec.json.schema(CONTRACTS[name]),
    }


def main(check: bool) -> int:
    stale = []
    for name in CONTRACTS:
        path = FOLDER / f"{name}.schema.json"
        text = json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
        if check:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                stale.append(path.name)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"stale: {', '.join(stale)}; run: make docs", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
