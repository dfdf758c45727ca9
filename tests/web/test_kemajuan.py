"""How far reading has come is seen while it is done: by page of a scan, by document of a check, in the pages and in the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from doccheck.web.layanan import kemajuan, pengenalan
from doccheck.web.layanan import pemeriksaan as layanan
from doccheck.web.models import BerkasUnggahan, Pemeriksaan
from doccheck.workspace import Langkah

from .conftest import Masuk, Program, contoh, selesaikan, unggah

RENSTRA, PK = "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx"


def potong(client: Client, path: str, *ends: str) -> str:
    """What a page says between two marks."""
    return client.get(path).content.decode().split(ends[0])[1].split(ends[1])[0]


def test_scanned_pages_of_an_upload(daerah: Any, sebagai: Masuk, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    client, token = sebagai(daerah.dinkes), program(daerah.dinkes)
    number = unggah(client, daerah.periode, contoh(RENSTRA))
    read = pengenalan.read_documents
    seen: list[tuple[str, Any]] = []

    def slowly(paths: Any, *, progress: Any, **more: Any) -> Any:
        """Reads, and looks at page and API after each scanned page."""
        for done in (0, 3, 9):
            progress(Langkah(0, 1, RENSTRA, done, 9))
            (row,) = token.get(f"/api/v1/unggahan/{number}").json()["berkas"]
            seen.append((potong(client, f"/unggahan/{number}/keadaan/", '<span class="ocr">', "</span></span>"), row["ocr"]))
        return read(paths, progress=progress, **more)

    monkeypatch.setattr(kemajuan, "JEDA", 0.0)
    monkeypatch.setattr(pengenalan, "read_documents", slowly)
    assert token.get(f"/api/v1/unggahan/{number}").json()["berkas"][0]["ocr"] is None
    selesaikan()
    for (page, api), (done, told) in zip(seen, ((0, 1), (3, 4), (9, 9)), strict=True):
        assert f'value="{done}"' in page
        assert f"OCR halaman {told} dari 9" in page
        assert api == {"dibaca": done, "total": 9}
    assert token.get(f"/api/v1/unggahan/{number}").json()["berkas"][0]["ocr"] is None
    row = BerkasUnggahan.objects.get()
    assert (row.keadaan, row.ocr_total) == ("siap", 0)
    assert 'class="ocr"' not in client.get(f"/unggahan/{number}/").content.decode()


def test_documents_and_pages_of_a_check(daerah: Any, sebagai: Masuk, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    client, token = sebagai(daerah.dinkes), program(daerah.dinkes)
    number = unggah(client, daerah.periode, contoh(RENSTRA), contoh(PK))
    selesaikan()
    check = int(client.post(f"/unggahan/{number}/periksa/")["Location"].split("/")[2])
    first, second = (f"Dinas Kesehatan/{name}" for name in (PK, RENSTRA))
    do = layanan.check
    seen: list[Any] = []

    def slowly(*args: Any, progress: Any, **more: Any) -> Any:
        for step in (Langkah(0, 2), Langkah(1, 2, first), Langkah(1, 2, second, 4, 7)):
            progress(step)
            state = token.get(f"/api/v1/pemeriksaan/{check}").json()
            seen.append((state["keadaan"], state["kemajuan"], {one["nama"]: one["dibaca"] for one in state["dokumen"]}))
        page = client.get(f"/pemeriksaan/{check}/kemajuan/").content.decode()
        assert "1 dari 2 dokumen" in page
        assert second in page
        assert "OCR halaman 5 dari 7" in page
        return do(*args, progress=progress, **more)

    monkeypatch.setattr(kemajuan, "JEDA", 0.0)
    monkeypatch.setattr(layanan, "check", slowly)
    selesaikan()
    assert seen == [
        ("membaca", {"dibaca": 0, "total": 2, "kini": "", "ocr": None}, {first: False, second: False}),
        ("membaca", {"dibaca": 1, "total": 2, "kini": first, "ocr": None}, {first: True, second: False}),
        ("membaca", {"dibaca": 1, "total": 2, "kini": second, "ocr": {"dibaca": 4, "total": 7}}, {first: True, second: False}),
    ]
    assert Pemeriksaan.objects.get(pk=check).keadaan == "selesai"


@pytest.mark.django_db
def test_rows_are_written_seldom(django_assert_num_queries: Any) -> None:
    """A thousand pages in a moment are one writing, and the last."""
    write = kemajuan.KemajuanBerkas(1)
    with django_assert_num_queries(2):
        for done in range(1001):
            write(Langkah(0, 1, RENSTRA, done, 1000))
    with django_assert_num_queries(0):
        write(Langkah(1, 1, RENSTRA))
