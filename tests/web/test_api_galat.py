"""Errors of the API: problem details in the language asked for; limits and rates as in the pages."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec.structs import replace

from doccheck.web.akun import laju
from doccheck.web.models import CatatanAudit, Unggahan

from .conftest import Program

JSON = "application/json"


def kirim(client: Any, daerah: SimpleNamespace, *files: SimpleUploadedFile) -> Any:
    return client.post("/api/v1/unggahan", {"periode": daerah.periode.pk, "berkas": list(files)})


def csv(name: str = "data.csv", content: bytes = b"a;b\n1;2\n") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("header", "title"),
    [("", "Tidak ditemukan"), ("en", "Not found"), ("en-GB,en;q=0.9,id;q=0.5", "Not found"), ("id,en;q=0.4", "Tidak ditemukan"),
     ("fr", "Tidak ditemukan")],
)  # fmt: skip
def test_language(daerah: SimpleNamespace, program: Program, header: str, title: str) -> None:
    response = program(daerah.dinkes).get("/api/v1/temuan/77", headers={"Accept-Language": header})
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert (response.status_code, body["status"], body["title"], body["type"]) == (404, 404, title, "about:blank")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("get", "/api/v1/", 404), ("get", "/api/v1/tidak/ada", 404), ("get", "/api/v1/temuan/abc", 404), ("put", "/api/v1/saya", 405),
     ("get", "/api/v1/temuan/99999999999999999999", 422), ("get", "/api/v1/dokumen?per_halaman=0", 422),
     ("get", "/api/v1/dokumen?jens=pk", 422)],
)  # fmt: skip
def test_every_error_is_a_problem(daerah: SimpleNamespace, program: Program, method: str, path: str, status: int) -> None:
    response = getattr(program(daerah.dinkes), method)(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == status
    if status == 405:
        assert response["Allow"] == "GET"


def test_fields_are_named(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.bappeda)
    response = client.post("/api/v1/pemeriksaan", {"periode": "satu", "lain": 1}, content_type=JSON)
    assert response.status_code == 422
    found = {one["lokasi"].rsplit(".", 1)[1]: one["pesan"] for one in response.json()["errors"]}
    assert found == {"periode": "Harus bilangan bulat.", "lain": "Isian ini tidak dikenal."}
    english = client.post("/api/v1/pemeriksaan", {}, content_type=JSON, headers={"Accept-Language": "en"}).json()
    assert english["errors"][0]["pesan"] == "Required."
    assert client.post("/api/v1/pemeriksaan", "{", content_type=JSON).status_code == 400


def test_text_that_no_person_writes(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.bappeda)
    for path in ("/api/v1/pemeriksaan/1/temuan?cari=%00", "/api/v1/pemeriksaan/1/temuan?aturan=a%00b"):
        assert client.get(path).status_code == 422
    response = client.post("/api/v1/temuan/1/komentar", {"teks": "a\x00b"}, content_type=JSON)
    assert response.status_code == 422


def test_limits_of_the_upload_page(daerah: SimpleNamespace, program: Program, settings: Any) -> None:
    settings.KONFIG = replace(settings.KONFIG, berkas_mb=1, unggah_mb=2, unggah_berkas=2)
    client = program(daerah.bappeda)
    many = kirim(client, daerah, csv(), csv("b.csv"), csv("c.csv"))
    assert (many.status_code, many.json()["detail"]) == (422, "3 berkas sekaligus; batas 2.")
    big = b"x;y\n" * (2**20 // 4 + 1)
    whole = kirim(client, daerah, csv("a.csv", big * 2), csv("b.csv"))
    assert (whole.status_code, whole.json()["detail"]) == (422, "Unggahan melebihi batas 2 MB sekaligus.")
    assert not Unggahan.objects.exists()
    one = kirim(client, daerah, csv("besar.csv", big), csv("baik.csv"), )
    assert one.status_code == 201
    states = {row["nama"]: (row["keadaan"], row["pesan"]) for row in one.json()["berkas"]}
    assert states["besar.csv"][0] == "ditolak"
    assert "batas satu berkas 1 MB" in states["besar.csv"][1]
    assert states["baik.csv"] == ("antre", "")
    program_file = kirim(client, daerah, SimpleUploadedFile("renstra.pdf", b"\x7fELF" + bytes(200))).json()
    assert program_file["berkas"][0]["keadaan"] == "ditolak"
    kinds = sorted(CatatanAudit.objects.filter(apa__startswith="unggah").values_list("apa", flat=True))
    assert kinds == ["unggah", "unggah_ditolak", "unggah_ditolak"]


def test_no_file_or_period(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.bappeda)
    assert client.post("/api/v1/unggahan", {"periode": daerah.periode.pk}).status_code == 422
    assert client.post("/api/v1/unggahan", {"berkas": csv()}).status_code == 422
    assert client.post("/api/v1/unggahan", {"periode": 4711, "berkas": csv()}).status_code == 404


def test_rate_of_a_token(daerah: SimpleNamespace, program: Program, settings: Any) -> None:
    settings.KONFIG = replace(settings.KONFIG, api_menit=2)
    client, other = program(daerah.dinkes), program(daerah.dinkes)
    answers = [client.get("/api/v1/saya") for _n in range(4)]
    assert [one.status_code for one in answers[-2:]].count(429) >= 1  # the minute may turn between two of them
    late = next(one for one in answers if one.status_code == 429)
    assert 0 < int(late["Retry-After"]) <= 60
    assert late["Content-Type"] == "application/problem+json"
    assert other.get("/api/v1/saya").status_code == 200


def test_uploads_count_with_those_of_the_pages(
    daerah: SimpleNamespace, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(laju.BATAS, "unggah", 1)
    client = program(daerah.bappeda)
    assert kirim(client, daerah, csv()).status_code == 201
    late = kirim(client, daerah, csv("b.csv"))
    assert (late.status_code, late["Retry-After"]) == (429, "600")


def test_a_rejection_needs_a_reason(daerah: SimpleNamespace, program: Program, temuan: int) -> None:
    client = program(daerah.bappeda)
    response = client.post(f"/api/v1/temuan/{temuan}/putusan", {"putusan": "ditolak"}, content_type=JSON)
    assert (response.status_code, response.json()["detail"]) == (422, "Temuan yang ditolak harus beralasan.")
    assert client.post(f"/api/v1/temuan/{temuan}/komentar", {"teks": "  "}, content_type=JSON).status_code == 422


@pytest.fixture
def temuan(daerah: SimpleNamespace) -> int:
    from doccheck.web.models import Pemeriksaan, Temuan

    from .baris import FINDING

    check = Pemeriksaan.objects.create(periode=daerah.periode, oleh=daerah.bappeda, keadaan="selesai")
    return Temuan.objects.create(
        periode=daerah.periode, sidik="abc", aturan="TGT-01", keparahan="kritis", keyakinan=0.9, telaah=False, isi=FINDING, pertama=check,
        terakhir=check,
    ).pk  # fmt: skip
