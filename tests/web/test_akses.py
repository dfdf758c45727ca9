"""Nobody sees what is not theirs, whatever address is tried."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from doccheck.web.models import Akun, Pemeriksaan, PerangkatDaerah, Unggahan

from .baris import milik
from .conftest import Masuk

__all__ = ["milik"]

TERBUKA = {"masuk", "mulai", "bahasa", "sehat"}


def addresses() -> list[URLPattern]:
    return [one for one in get_resolver().url_patterns if isinstance(one, URLPattern)]


def address(pattern: URLPattern, pk: int) -> str:
    more = {"bentuk": "html", "nomor": 0, "halaman_ke": 1, "bagian": "kaskade", "id": "TGT-01"}
    wanted = {name: pk if name == "pk" else more[name] for name in pattern.pattern.converters}
    return "/" + next(iter(get_resolver().reverse_dict.getlist(pattern.name)))[0][0][0] % wanted


def test_every_address_needs_a_login(daerah: SimpleNamespace, milik: dict[str, int]) -> None:  # noqa: ARG001
    for pattern in addresses():
        if pattern.name in TERBUKA:
            continue
        path = address(pattern, milik.get(pattern.name or "", 1))
        for response in (Client().get(path), Client().post(path)):
            assert (response.status_code, response["Location"].split("?")[0]) == (302, "/masuk/"), path


@pytest.mark.parametrize("siapa", ["dinkes", "bappeda_lain"])
def test_rows_of_others_are_not_found(daerah: SimpleNamespace, milik: dict[str, int], sebagai: Masuk, siapa: str) -> None:
    client = sebagai(getattr(daerah, siapa))
    tried = set()
    for pattern in addresses():
        if "pk" not in pattern.pattern.converters or pattern.name in ("akun_ubah", "pd_ubah"):  # no rows but the administrator's
            continue
        tried.add(pattern.name)
        path = address(pattern, milik[pattern.name or ""])  # a new address has to be added to `milik`
        for response in (client.get(path), client.post(path)):
            assert response.status_code in (404, 405), (path, response.status_code)
            assert b"RAHASIA" not in response.content
    assert tried == set(milik) - {"pd_ubah"}


PENGELOLA = {"pengelolaan", "pd_ubah", "akun_baru", "akun_ubah", "daerah_baru", "ekspor", "audit", "audit_csv", "token_semua"}
"""For administrators alone."""
PENINJAU = {"putuskan", "kembalikan", "bulanan_simpan"}
"""For those who review."""
BACA = {"masuk", "bahasa", "keluar", "mulai", "sehat", "token_cabut"}
"""Nobody's rows, or those of one person alone: tried in test_aman and by the tests of tokens."""


def boleh(siapa: str, name: str) -> bool:
    """Which role reaches an address of its own region."""
    if name == "bobot":
        return siapa in ("bappeda", "admin")
    return siapa == "admin" if name in PENGELOLA else siapa != "dishub" or name not in PENINJAU


@pytest.mark.parametrize("siapa", ["dishub", "bappeda", "evaluator", "admin"])
def test_each_role_reaches_what_is_its_own(daerah: SimpleNamespace, milik: dict[str, int], sebagai: Masuk, siapa: str) -> None:
    """Every address, asked for in the way that it knows: refused where the role does not go so far, and answered everywhere else."""
    client = sebagai(getattr(daerah, siapa))
    for pattern in addresses():
        name = pattern.name or ""
        if name in BACA:
            continue
        path = address(pattern, milik.get(name, daerah.admin.pk))
        with transaction.atomic():  # each address finds the rows as they were
            response = client.get(path)
            form = response.status_code == 405
            if form:
                scope = {"periode": daerah.periode.pk, "pd": daerah.perhubungan.pk}
                response = client.post(path, scope if name == "periksa_baru" else {})
            transaction.set_rollback(True)
        if boleh(siapa, name):
            assert response.status_code == jawaban(siapa, name, form), (name, response)
        else:
            assert response.status_code == 403, name


def jawaban(siapa: str, name: str, form: bool) -> int:
    """What a role is answered that may come here: a page, or after an empty form the way back, or what is missing in it."""
    if form:
        return 200 if name == "ekspor" else 422 if name in ("putuskan", "komentari", "akun_baru") else 302
    return 302 if name == "bulanan_xlsx" or (siapa, name) == ("dishub", "dasbor") else 200


@pytest.mark.parametrize("siapa", ["dinkes", "bappeda_lain"])
def test_lists_show_nothing_of_others(daerah: SimpleNamespace, milik: dict[str, int], sebagai: Masuk, siapa: str) -> None:  # noqa: ARG001
    client = sebagai(getattr(daerah, siapa))
    for pattern in addresses():
        if "pk" in pattern.pattern.converters or pattern.name in TERBUKA:
            continue
        content = client.get(address(pattern, 0)).content.decode()
        assert "RAHASIA" not in content
        assert "Renstra.pdf" not in content, pattern.name
        assert "Dinas Perhubungan" not in content, pattern.name


@pytest.mark.parametrize("siapa", ["dinkes", "bappeda", "evaluator"])
def test_administration_is_for_administrators(daerah: SimpleNamespace, sebagai: Masuk, siapa: str) -> None:
    client = sebagai(getattr(daerah, siapa))
    for path in ("/pengelolaan/", "/pengelolaan/audit/", "/pengelolaan/token/"):
        assert client.get(path).status_code == 403
    for path in ("/pengelolaan/akun/", f"/pengelolaan/akun/{daerah.admin.pk}/", "/pengelolaan/daerah/", "/pengelolaan/ekspor/"):
        assert client.post(path, {"apa": "sandi"}).status_code == 403


def test_an_agency_does_not_decide(daerah: SimpleNamespace, milik: dict[str, int], sebagai: Masuk) -> None:
    response = sebagai(daerah.dishub).post(f"/temuan/{milik['putuskan']}/putusan/", {"putusan": "diterima"})
    assert response.status_code == 403


def test_a_check_is_asked_for_ones_own_scope(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    def minta(akun: Akun, pd: PerangkatDaerah | None) -> int:
        return sebagai(akun).post("/pemeriksaan/baru/", {"periode": daerah.periode.pk, "pd": pd.pk if pd else ""}).status_code

    assert minta(daerah.dinkes, daerah.perhubungan) == 404
    assert minta(daerah.bappeda_lain, None) == 404
    assert sebagai(daerah.bappeda).post("/pemeriksaan/baru/", {"periode": daerah.periode.pk, "pd": "x"}).status_code == 404
    assert not Pemeriksaan.objects.exists()
    assert minta(daerah.dinkes, None) == 302
    assert Pemeriksaan.objects.get().perangkat_daerah == daerah.kesehatan
    assert minta(daerah.bappeda, None) == 302
    assert Pemeriksaan.objects.filter(perangkat_daerah=None).count() == 1


def halaman() -> SimpleUploadedFile:
    return SimpleUploadedFile("renstra.html", b"<html><body><table><tr><td>Sasaran</td></tr></table></body></html>")


def test_an_agency_cannot_upload_for_another(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    form = {"periode": daerah.periode.pk, "pd": daerah.perhubungan.pk, "berkas": [halaman()]}
    assert sebagai(daerah.dinkes).post("/unggah/", form).status_code == 302
    assert Unggahan.objects.get().perangkat_daerah == daerah.kesehatan


def test_uploads_for_a_foreign_region_or_agency_are_refused(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.bappeda_lain)
    response = client.post("/unggah/", {"periode": daerah.periode.pk, "berkas": [halaman()]})
    assert (response.status_code, "Pilih periode." in response.content.decode()) == (422, True)
    for pd in (daerah.perhubungan.pk, 999_999, "x"):
        form = {"periode": daerah.periode_lain.pk, "pd": pd, "berkas": [halaman()]}
        assert client.post("/unggah/", form).status_code == 404, pd
    assert not Unggahan.objects.exists()
