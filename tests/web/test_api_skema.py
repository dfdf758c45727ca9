"""The API against its own description: whatever the OpenAPI document allows is answered as it says, whatever it forbids is refused."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from doccheck.model import Report
from doccheck.web.akun import laju
from doccheck.web.api.aplikasi import skema
from doccheck.web.layanan import gambar, gudang, laporan, token
from doccheck.web.models import IsiPemeriksaan, Pemeriksaan, Versi
from doccheck.web.wsgi import application

from .test_akses import FINDING, milik
from .test_api_akses import ROWS

__all__ = ["milik"]
TIDAK = [positive_data_acceptance]
"""What is well-formed may still be refused: no such period, a rejection without a reason, a month to come."""


OPERASI = [(method.upper(), path) for path, found in skema()["paths"].items() for method in found]


TANPA = {"/api/v1/unggahan/{pk}/berkas/{berkas}": "gone after the first time", "/api/v1/unggahan/{pk}/periksa": "stored after it"}


@pytest.fixture
def api(daerah: SimpleNamespace, milik: dict[str, int], settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """The API with a row of each kind and its files, asked by a reviewer."""
    settings.KONFIG = replace(settings.KONFIG, api_menit=10**6)
    monkeypatch.setattr(laju, "BATAS", dict.fromkeys(laju.BATAS, 10**6))
    _row, secret = token.buat(daerah.bappeda, "skema", 30)
    check = Pemeriksaan.objects.get(pk=milik["pemeriksaan"])
    versi = Versi.objects.get(pk=milik["asli"])
    check.berkas_laporan = laporan.simpan(check, Report(findings=(laporan.temuan(FINDING),), documents=()))
    check.save()
    IsiPemeriksaan.objects.create(pemeriksaan=check, versi=versi, nama="Renstra.pdf")
    picture = io.BytesIO()
    Image.new("P", (95, 135)).save(picture, "PNG")
    page = msgspec.msgpack.encode(gambar.Halaman(picture.getvalue(), 595, 842))
    made = {"isi/00/x": b"%PDF", gambar.nama(versi.berkas, 1): page, "x": b"x"}
    files = [check.berkas_laporan, *(gudang.tulis(name, content) for name, content in made.items())]
    for signal in (request_started, request_finished):  # the server's, which would close the test's connection with its transaction
        signal.disconnect(close_old_connections)
    headers = {"Authorization": f"Bearer {secret}"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers=headers)
    yield SimpleNamespace(schema=schema, headers=headers)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    for name in files:
        gudang.hapus(name)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("method", "path"), OPERASI, ids=lambda part: part)
def test_contract(
    api: SimpleNamespace, milik: dict[str, int], daerah: SimpleNamespace, method: str, path: str, mode: GenerationMode
) -> None:
    answers: Counter[int] = Counter()

    @given(api.schema[path][method].as_strategy(generation_mode=mode), st.data())
    @settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def run(case: Any, data: Any) -> None:
        if mode is GenerationMode.POSITIVE and data.draw(st.booleans()):
            kenali(case, path, milik, daerah)
        answers[case.call_and_validate(headers=api.headers, excluded_checks=TIDAK).status_code] += 1

    run()
    if mode is GenerationMode.POSITIVE:  # what was tried reached the operation
        assert not answers[401]
        assert path in TANPA or any(status < 300 for status in answers), answers


def kenali(case: Any, path: str, milik: dict[str, int], daerah: SimpleNamespace) -> None:
    """Puts ids of rows that are there in place of made-up ones."""
    part = path.split("/")[3]
    if "{pk}" in path:
        case.path_parameters["pk"] = milik[ROWS[part]]
    if "{berkas}" in path:
        case.path_parameters["berkas"] = milik["perbaiki"]
    if "{nomor}" in path:
        case.path_parameters["nomor"] = 0
    for given_ in (case.query, case.body):
        if isinstance(given_, dict) and "periode" in given_:
            given_["periode"] = daerah.periode.pk
