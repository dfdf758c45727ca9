"""Nobody sees what is not theirs, whatever address is tried."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from doccheck.web.models import Berkas, BerkasUnggahan, Dokumen, Pemeriksaan, Temuan, Token, Unduhan, Unggahan, Versi

from .conftest import Masuk

FINDING = {
    "aturan": "TGT-01", "keparahan": "kritis", "keyakinan": 0.9, "kondisi": "RAHASIA-PERHUBUNGAN", "kriteria": "", "akibat": "",
    "rekomendasi": "", "sidik": "abc", "bukti": [{"dokumen": "Renstra.pdf", "kutipan": "RAHASIA-PERHUBUNGAN", "halaman": 1}],
}  # fmt: skip
TERBUKA = {"masuk", "mulai", "bahasa", "sehat"}


@pytest.fixture
def milik(daerah: SimpleNamespace) -> dict[str, int]:
    """One row of each kind that belongs to Dinas Perhubungan; address name -> its id."""
    berkas = Berkas.objects.create(sidik="0" * 64, byte=1, macam="pdf", nama="isi/00/x")
    dokumen = Dokumen.objects.create(periode=daerah.periode, perangkat_daerah=daerah.perhubungan, jenis="renstra")
    versi = Versi.objects.create(dokumen=dokumen, nomor=1, berkas=berkas, nama_asli="Renstra.pdf", oleh=daerah.dishub)
    upload = Unggahan.objects.create(periode=daerah.periode, perangkat_daerah=daerah.perhubungan, oleh=daerah.dishub)
    row = BerkasUnggahan.objects.create(
        unggahan=upload, nama_asli="Renstra.pdf", berkas=berkas, keadaan="siap", jenis="renstra", perangkat_daerah=daerah.perhubungan
    )
    check = Pemeriksaan.objects.create(
        periode=daerah.periode, perangkat_daerah=daerah.perhubungan, oleh=daerah.dishub, keadaan="selesai", berkas_laporan="laporan/x",
        ringkasan={
            "keparahan": {"kritis": 1, "tinggi": 0, "sedang": 0, "rendah": 0, "info": 0},
            "telaah": 0, "dokumen": 1, "tak_terbaca": [],
        },
    )  # fmt: skip
    finding = Temuan.objects.create(
        periode=daerah.periode, lingkup=daerah.perhubungan, perangkat_daerah=daerah.perhubungan, sidik="abc", aturan="TGT-01",
        keparahan="kritis", keyakinan=0.9, telaah=False, isi=FINDING, pertama=check, terakhir=check,
    )  # fmt: skip
    download = Unduhan.objects.create(
        pemeriksaan=check, bentuk="html", kunci="k", bahasa="id", oleh=daerah.dishub, keadaan="siap", nama="x"
    )
    token = Token.objects.create(akun=daerah.dishub, nama="RAHASIA", sidik="t", awalan="dc_x", kedaluwarsa=timezone.now())
    return {
        "unggahan": upload.pk, "unggahan_keadaan": upload.pk, "unggahan_periksa": upload.pk, "perbaiki": row.pk, "batalkan": row.pk,
        "pemeriksaan": check.pk, "kemajuan": check.pk, "periksa_ulang": check.pk, "unduh": check.pk, "unduhan": download.pk,
        "unduhan_keadaan": download.pk, "unduhan_berkas": download.pk, "temuan": finding.pk, "halaman_bukti": finding.pk,
        "putuskan": finding.pk, "komentari": finding.pk, "dokumen_satu": dokumen.pk, "arsipkan": dokumen.pk, "asli": versi.pk,
        "pulihkan": versi.pk, "png": versi.pk, "kembalikan": dokumen.pk, "perangkat": daerah.perhubungan.pk, "rantai": check.pk,
        "matriks_xlsx": check.pk, "token_cabut": token.pk,
    }  # fmt: skip


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
        if "pk" not in pattern.pattern.converters or pattern.name == "akun_ubah":
            continue
        tried.add(pattern.name)
        path = address(pattern, milik[pattern.name or ""])  # a new address has to be added to `milik`
        for response in (client.get(path), client.post(path)):
            assert response.status_code in (404, 405), (path, response.status_code)
            assert b"RAHASIA" not in response.content
    assert tried == set(milik)


PENGELOLA = {"pengelolaan", "akun_baru", "akun_ubah", "daerah_baru", "ekspor", "audit", "audit_csv", "token_semua"}
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
    akun = getattr(daerah, siapa)
    client = sebagai(akun)
    client.raise_request_exception = False  # the rows made up here have no files in the store
    for pattern in addresses():
        name = pattern.name or ""
        if name in BACA:
            continue
        path = address(pattern, milik.get(name, daerah.admin.pk))
        with transaction.atomic():  # each address finds the rows as they were
            response = client.get(path)
            if response.status_code == 405:
                response = client.post(path)
            transaction.set_rollback(True)
        if boleh(siapa, name):
            hilang = response.status_code == 404 and name in ("png", "rantai", "token_cabut")
            found = response.status_code in (200, 302, 422, 500) or hilang
            assert found, (name, response)
            if response.status_code == 500:
                assert name in ("asli", "unduhan_berkas", "matriks_xlsx", "rantai", "ekspor"), name
        else:
            assert response.status_code == 403, name


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
