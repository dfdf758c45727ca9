"""docs/api.md and docs/esakip.md say what is there; the page shows every operation; the example runs (tests/web/peramban)."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from doccheck.web.api.aplikasi import skema
from doccheck.web.layanan.unduhan import BENTUK

from .conftest import Masuk

DOCS = Path(__file__).resolve().parents[2] / "docs"
JALUR = [path.removeprefix("/api/v1") for path in skema()["paths"]]


def _ada(address: str) -> bool:
    plain = re.sub(r"/\d+", "/{}", address.split("?")[0])
    return any(re.sub(r"\{\w+\}", "{}", path) == plain for path in JALUR)


def test_addresses_in_the_guide_exist() -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    shown = re.findall(r"\$D(/[^\s\"]+)", text)
    assert len(shown) > 15
    assert [one for one in shown if not _ada(one)] == []
    assert {name for name in BENTUK if f"`{name}`" in text} == set(BENTUK)


@pytest.mark.parametrize(("bahasa", "words"), [("id", "Kirim satu atau beberapa dokumen"), ("en", "Send one or several documents")])
def test_reference_page(daerah: SimpleNamespace, sebagai: Masuk, bahasa: str, words: str) -> None:
    daerah.dinkes.bahasa = bahasa
    daerah.dinkes.save()
    page = sebagai(daerah.dinkes).get("/api/").content.decode()
    assert words in page
    for path, found in skema()["paths"].items():
        assert page.count(f'<code class="jalur">{path}</code>') == len(found), path
    assert set(re.findall(r'href="#skema-(\w+)"', page)) <= set(re.findall(r'id="skema-(\w+)"', page))
    assert "//" not in re.sub(r"https?://testserver", "", " ".join(re.findall(r'(?:src|href)="([^"]+)"', page)))
    english = sebagai(daerah.dinkes).get("/api/v1/openapi.json", headers={"Accept-Language": "en"}).json()
    assert english["paths"]["/api/v1/unggahan"]["post"]["summary"] == "Send one or several documents"
