"""The API against its own description: whatever the OpenAPI document allows is answered as it says, whatever it forbids is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, get_args

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from doccheck.bahasa import LANGS, Lang
from doccheck.model import SEVERITIES, Jenis
from doccheck.report.labels import JENIS
from doccheck.web.akun import laju
from doccheck.web.api import skema as kata
from doccheck.web.api.aplikasi import skema
from doccheck.web.api.rute_periksa import SaringTemuan
from doccheck.web.layanan import token
from doccheck.web.layanan.unduhan import BENTUK
from doccheck.web.models.pilihan import TRIASE
from doccheck.web.wsgi import application

from .baris import milik
from .test_api_akses import ROWS

__all__ = ["milik"]
TIDAK = [positive_data_acceptance]
"""What is well-formed may still be refused: no such period, a rejection without a reason, a month to come."""


OPERASI = [(method.upper(), path) for path, found in skema()["paths"].items() for method in found]


TANPA = {"/api/v1/unggahan/{pk}/berkas/{berkas}": "gone after the first time", "/api/v1/unggahan/{pk}/periksa": "stored after it"}


@pytest.fixture
def api(daerah: SimpleNamespace, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """The API with a row of each kind and its files, asked by a reviewer."""
    settings.KONFIG = replace(settings.KONFIG, api_menit=10**6)
    monkeypatch.setattr(laju, "BATAS", dict.fromkeys(laju.BATAS, 10**6))
    _row, secret = token.buat(daerah.bappeda, "skema", 30)
    for signal in (request_started, request_finished):  # the server's, which would close the test's connection with its transaction
        signal.disconnect(close_old_connections)
    headers = {"Authorization": f"Bearer {secret}"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, headers=headers)
    yield SimpleNamespace(schema=schema, headers=headers)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


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


def test_choices_are_those_of_the_tables() -> None:
    """Types that are written out for the description hold what the application knows, no more and no less."""
    for written, known in (
        (kata.Bentuk, BENTUK),
        (kata.Putusan, TRIASE),
        (Lang, LANGS),
        (Jenis, JENIS),
        (_isian(SaringTemuan, "keparahan"), (*SEVERITIES, "telaah")),
    ):
        assert set(get_args(written)) == set(known)


def _isian(model: Any, name: str) -> Any:
    """The choices of a field that may be left out."""
    return next(one for one in get_args(model.model_fields[name].annotation) if one is not type(None))
