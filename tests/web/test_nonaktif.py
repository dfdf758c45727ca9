"""An agency that is put out of use: nothing new is made or counted for it, what it has stays open."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from doccheck.web.layanan import pemeriksaan, potret
from doccheck.web.models import CatatanAudit, Pemeriksaan, PerangkatDaerah, PotretBulanan, Temuan

from .conftest import Masuk, contoh, selesaikan, unggah_periksa

RENSTRA = "Renstra-Dinas-Kesehatan.pdf"


@pytest.fixture
def dibubarkan(daerah: SimpleNamespace, sebagai: Masuk) -> SimpleNamespace:
    """Dinas Kesehatan's Renstra, checked while the agency was in use; it is no more."""
    unggah_periksa(sebagai(daerah.bappeda), daerah.periode, contoh(RENSTRA))
    daerah.semua = Pemeriksaan.objects.get(perangkat_daerah=None)
    daerah.satu = Pemeriksaan.objects.get(perangkat_daerah=daerah.kesehatan)
    PerangkatDaerah.objects.filter(pk=daerah.kesehatan.pk).update(aktif=False)
    return daerah


def test_an_agency_is_put_out_of_use(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    admin, reviewer = sebagai(daerah.admin), sebagai(daerah.bappeda)
    offered = f'<option value="{daerah.perhubungan.pk}">Dinas Perhubungan'
    for shown in (True, False, True):
        assert (offered in reviewer.get("/unggah/").content.decode()) is shown
        assert ("Dinas Perhubungan" in reviewer.get("/dasbor/").content.decode()) is shown
        told = admin.post(f"/pengelolaan/perangkat/{daerah.perhubungan.pk}/", follow=True).content.decode()
        assert ("Dinas Perhubungan dinonaktifkan." in told) is shown
    noted = CatatanAudit.objects.filter(apa__startswith="pd_").order_by("pk")
    assert [one.apa for one in noted] == ["pd_nonaktif", "pd_aktif", "pd_nonaktif"]


def angka(page: str) -> list[int]:
    """The sums at the head of the dashboard and those by problem below the map."""
    head, below = page.split('class="angka-web"')[1].split("</ul>")[0], page.split('class="masalah-daftar"')[1].split("</ol>")[0]
    return [int(one) for one in re.findall(r"<b>(\d+)</b>", head + below)]


def test_sums_leave_it_out_and_say_so(dibubarkan: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(dibubarkan.bappeda)
    own = Temuan.objects.filter(lingkup=None, keadaan="terbuka", perangkat_daerah=dibubarkan.kesehatan)
    rest = Temuan.objects.filter(lingkup=None, keadaan="terbuka", perangkat_daerah=None)
    assert own.exists()
    page = client.get("/dasbor/").content.decode()
    assert sum(angka(page)[:6]) == rest.count()
    assert f"{own.count()} temuan perangkat daerah nonaktif tidak dihitung." in page
    listed = client.get(f"/pemeriksaan/{dibubarkan.semua.pk}/?pd=aktif").content.decode()
    shown = {int(pk) for pk in re.findall(r'href="/temuan/(\d+)/"', listed)}
    assert shown == {one.pk for one in rest}, "the sums lead to what they count"
    assert f"/pemeriksaan/{dibubarkan.semua.pk}/?keparahan=kritis&amp;pd=aktif" in page
    PerangkatDaerah.objects.filter(pk=dibubarkan.kesehatan.pk).update(aktif=True)
    page = client.get("/dasbor/").content.decode()
    assert sum(angka(page)[:6]) == own.count() + rest.count()
    assert "pd=aktif" not in page


def test_no_new_sheet_and_the_old_one_stays(dibubarkan: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(dibubarkan.bappeda)
    kept = PotretBulanan.objects.get(perangkat_daerah=dibubarkan.kesehatan)
    for one in (dibubarkan.semua, dibubarkan.satu):
        again = pemeriksaan.minta(dibubarkan.periode, one.perangkat_daerah, dibubarkan.bappeda)
        selesaikan()
        again.refresh_from_db()
        assert again.berkas_laporan
        for month in (potret.bulan_ini(), "2026-01"):
            assert potret.ambil(again, month, dibubarkan.bappeda) == 0
    assert list(PotretBulanan.objects.values_list("pk", "dibuat")) == [(kept.pk, kept.dibuat)]
    page = client.get("/bulanan/").content.decode()
    assert "Perangkat daerah nonaktif tidak lagi dibuatkan lembar." in page
    assert "Dinas Kesehatan <span" in page.split('<section class="kartu lembar-pd"')[1].split("</h2>")[0]
    own = client.get(f"/perangkat/{dibubarkan.kesehatan.pk}/").content.decode()
    assert "Perangkat daerah ini nonaktif" in own
    assert f"pd={dibubarkan.kesehatan.pk}\">Unggah dokumen" not in own
    assert "Renstra" in own


def test_new_documents_of_the_region_ask_for_no_check_of_it(dibubarkan: SimpleNamespace) -> None:
    pemeriksaan.minta_semua(dibubarkan.periode, [None], dibubarkan.bappeda)
    assert [one.perangkat_daerah for one in Pemeriksaan.objects.filter(keadaan="antre")] == [None]
