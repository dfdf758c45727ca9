"""The API shows and lets do what the pages do: every operation of the OpenAPI document x role x whose row x state of the token."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone

from doccheck.web.api.aplikasi import skema
from doccheck.web.layanan import token
from doccheck.web.models import BerkasUnggahan, Dokumen, Temuan, Token, Unggahan

from .baris import milik
from .conftest import Masuk, Program

__all__ = ["milik"]
BADAN = {
    "unggahan_perbaiki": {"jabatan": "Kepala Dinas"},
    "temuan_putuskan": {"putusan": "diterima"},
    "temuan_komentari": {"teks": "Sudah diperbaiki."},
    "periksa_minta_unduhan": {"bentuk": "html"},
}
ROWS = {
    "unggahan": "unggahan", "dokumen": "dokumen_satu", "versi": "asli", "pemeriksaan": "pemeriksaan", "temuan": "temuan",
    "unduhan": "unduhan",
}  # fmt: skip
"""First part of an address -> its row in `milik`."""
PENINJAU = {"temuan_putuskan"}


def operations() -> Iterator[tuple[str, str, str]]:
    """(id, method, address with its placeholders)"""
    for path, found in skema()["paths"].items():
        for method, operation in found.items():
            yield operation["operationId"], method, path


def call(client: Client, method: str, path: str, name: str, milik: dict[str, int], daerah: SimpleNamespace) -> Any:
    """Asks an operation for rows of Dinas Perhubungan."""
    part = path.split("/")[3]
    path = path.replace("{pk}", str(milik[ROWS[part]]) if part in ROWS else "").replace("{berkas}", str(milik["perbaiki"]))
    path = path.replace("{nomor}", "0")
    body: dict[str, Any] = BADAN.get(name, {})
    if name == "periksa_minta":
        body = {"periode": daerah.periode.pk, "perangkat_daerah": daerah.perhubungan.pk}
    if name == "unggahan_kirim":
        page = SimpleUploadedFile("renstra.html", b"<html><body><table><tr><td>Sasaran</td></tr></table></body></html>")
        return client.post(path, {"periode": daerah.periode.pk, "perangkat_daerah": daerah.perhubungan.pk, "berkas": [page]})
    if name.startswith("bulanan_"):
        return client.get(path, {"periode": daerah.periode.pk})
    if method == "get":
        return client.get(path)
    return client.generic(method.upper(), path, __import__("json").dumps(body), content_type="application/json")


def test_every_operation_needs_a_valid_token(daerah: SimpleNamespace, milik: dict[str, int], sebagai: Masuk) -> None:
    row, secret = token.buat(daerah.dishub, "x", 30)
    with_token = Client(headers={"Authorization": f"Bearer {secret}"})
    assert with_token.get("/api/v1/saya").json()["perangkat_daerah"]["nama"] == "Dinas Perhubungan"
    refused = [Client(), Client(headers={"Authorization": f"Bearer {secret}x"}), Client(headers={"Authorization": f"Basic {secret}"})]
    before = Unggahan.objects.count()
    for name, method, path in operations():
        for client in [*refused, sebagai(daerah.dishub)]:  # a login is no token: no other site can make a browser use the API
            response = call(client, method, path, name, milik, daerah)
            assert response.status_code == 401, (name, response.content)
            assert response["WWW-Authenticate"] == "Bearer"
            assert b"RAHASIA" not in response.content
    states: list[tuple[Any, dict[str, Any], dict[str, Any]]] = [
        (row, {"dicabut": timezone.now()}, {"dicabut": None}),
        (row, {"kedaluwarsa": timezone.now() - timedelta(seconds=1)}, {"kedaluwarsa": timezone.now() + timedelta(days=1)}),
        (daerah.dishub, {"is_active": False}, {"is_active": True}),
        (daerah.dishub, {"wajib_ganti": True}, {"wajib_ganti": False}),
    ]
    for thing, closed, opened in states:
        type(thing).objects.filter(pk=thing.pk).update(**closed)
        for name, method, path in operations():
            assert call(with_token, method, path, name, milik, daerah).status_code == 401, (name, closed)
        type(thing).objects.filter(pk=thing.pk).update(**opened)
        assert with_token.get("/api/v1/saya").status_code == 200, closed
    assert Unggahan.objects.count() == before
    assert Temuan.objects.get().keadaan == "terbuka"


@pytest.mark.parametrize("siapa", ["dinkes", "bappeda_lain"])
def test_rows_of_others_are_not_found(daerah: SimpleNamespace, milik: dict[str, int], program: Program, siapa: str) -> None:
    client = program(getattr(daerah, siapa))
    for name, method, path in operations():
        if "{pk}" not in path:
            continue
        response = call(client, method, path, name, milik, daerah)
        assert response.status_code == 404, (name, response.content)
        assert b"RAHASIA" not in response.content
    assert BerkasUnggahan.objects.filter(pk=milik["perbaiki"], jabatan="").exists()


@pytest.mark.parametrize("siapa", ["dinkes", "bappeda_lain"])
def test_nothing_is_sent_or_checked_for_others(daerah: SimpleNamespace, milik: dict[str, int], program: Program, siapa: str) -> None:
    client = program(getattr(daerah, siapa))
    for name, path in (("unggahan_kirim", "/api/v1/unggahan"), ("periksa_minta", "/api/v1/pemeriksaan")):
        assert call(client, "post", path, name, milik, daerah).status_code == 404
    assert Unggahan.objects.count() == 1


@pytest.mark.parametrize("siapa", ["dinkes", "bappeda_lain"])
def test_lists_show_nothing_of_others(daerah: SimpleNamespace, milik: dict[str, int], program: Program, siapa: str) -> None:  # noqa: ARG001
    client = program(getattr(daerah, siapa))
    tried = 0
    for name, method, path in operations():
        if method != "get" or "{" in path:
            continue
        tried += 1
        query = {"periode": daerah.periode_lain.pk if siapa == "bappeda_lain" else daerah.periode.pk} if name.startswith("bulanan") else {}
        response = client.get(path, query)
        assert response.status_code == 200, name
        for word in (b"RAHASIA", b"Renstra.pdf", b"Perhubungan"):
            assert word not in response.content, name
        if "jumlah" in response.content.decode(errors="ignore"):
            assert response.json()["jumlah"] == 0
    assert tried == 7


@pytest.mark.parametrize("siapa", ["dishub", "bappeda", "evaluator", "admin"])
def test_each_role_reaches_what_is_its_own(daerah: SimpleNamespace, milik: dict[str, int], program: Program, siapa: str) -> None:
    client = program(getattr(daerah, siapa))
    for name, method, path in operations():
        with transaction.atomic():  # each operation finds the rows as they were
            response = call(client, method, path, name, milik, daerah)
            transaction.set_rollback(True)
        if name in PENINJAU and siapa == "dishub":
            assert response.status_code == 403, name
        else:
            assert response.status_code in (200, 201, 202, 204), (name, response.content)


def test_an_agency_means_itself(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    made = client.post("/api/v1/pemeriksaan", {"periode": daerah.periode.pk}, content_type="application/json").json()
    assert made["perangkat_daerah"] == {"id": daerah.kesehatan.pk, "nama": "Dinas Kesehatan"}
    region = client.get("/api/v1/daerah").json()
    assert [one["nama"] for one in region[0]["perangkat_daerah"]] == ["Dinas Kesehatan"]
    assert len(region) == 1


def test_another_agency_is_no_correction(daerah: SimpleNamespace, milik: dict[str, int], program: Program) -> None:
    path = f"/api/v1/unggahan/{milik['unggahan']}/berkas/{milik['perbaiki']}"
    client = program(daerah.dishub)
    assert client.patch(path, {"perangkat_daerah": daerah.kesehatan.pk}, content_type="application/json").status_code == 404
    kept = client.patch(path, {"perangkat_daerah": None}, content_type="application/json").json()
    assert kept["perangkat_daerah"]["id"] == daerah.perhubungan.pk


def test_ids_of_one_kind_open_nothing_of_another_upload(daerah: SimpleNamespace, milik: dict[str, int], program: Program) -> None:
    own = Unggahan.objects.create(periode=daerah.periode, perangkat_daerah=daerah.kesehatan, oleh=daerah.dinkes)
    path = f"/api/v1/unggahan/{own.pk}/berkas/{milik['perbaiki']}"
    client = program(daerah.dinkes)
    assert client.patch(path, {"jabatan": "x"}, content_type="application/json").status_code == 404
    assert client.delete(path).status_code == 404


def test_documents_of_the_region_are_seen_by_its_agencies(daerah: SimpleNamespace, milik: dict[str, int], program: Program) -> None:
    Dokumen.objects.filter(pk=milik["dokumen_satu"]).update(perangkat_daerah=None, jenis="rpjmd")
    assert program(daerah.dinkes).get("/api/v1/dokumen").json()["jumlah"] == 1
    assert program(daerah.bappeda_lain).get("/api/v1/dokumen").json()["jumlah"] == 0


def test_description_for_tokens_and_logins_alone(daerah: SimpleNamespace, program: Program, sebagai: Masuk) -> None:
    assert Client().get("/api/v1/openapi.json").status_code == 401
    assert program(daerah.dinkes).get("/api/v1/openapi.json").json()["openapi"].startswith("3.")
    assert sebagai(daerah.dinkes).get("/api/v1/openapi.json").status_code == 200
    daerah.dinkes.wajib_ganti = True
    daerah.dinkes.save()
    assert sebagai(daerah.dinkes).get("/api/v1/openapi.json").status_code == 401
    assert Client().get("/api/").status_code == 302
    assert Token.objects.count() == 1
