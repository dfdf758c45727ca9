"""Dashboards, chain, monthly sheets, rules: what they show and to whom."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace
from unittest.mock import patch

import openpyxl
import pytest

from doccheck.report.rantai import warna
from doccheck.resources import resource
from doccheck.web.layanan import potret
from doccheck.web.models import Dokumen, Pemeriksaan, PerangkatDaerah, PotretBulanan, Temuan, Triase

from .conftest import Masuk, contoh, selesaikan, unggah_periksa

RPJMD, RENSTRA, PK = "RPJMD-2025-2029.pdf", "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx"


@pytest.fixture
def diperiksa(daerah: SimpleNamespace, sebagai: Masuk) -> SimpleNamespace:
    """RPJMD, and Renstra and PK of Dinas Kesehatan, checked for the region and for the agency."""
    unggah_periksa(sebagai(daerah.bappeda), daerah.periode, contoh(RPJMD), contoh(RENSTRA), contoh(PK))
    daerah.semua = Pemeriksaan.objects.get(perangkat_daerah=None)
    daerah.satu = Pemeriksaan.objects.get(perangkat_daerah=daerah.kesehatan)
    return daerah


def test_dashboard_counts_problems_and_documents(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(diperiksa.bappeda)
    page = client.get("/dasbor/").content.decode()
    rows = Temuan.objects.filter(lingkup=None, keadaan="terbuka", perangkat_daerah=diperiksa.kesehatan, telaah=False)
    sure = sum(3 in one.masalah for one in rows)
    assert sure
    cell = re.search(rf'pd={diperiksa.kesehatan.pk}&amp;masalah=3">(\d+)', page)
    assert cell
    assert int(cell[1]) == sure
    line = page.split('class="tabel lengkap tumpuk"')[1].split("Dinas Kesehatan")[1].split("</tr>")[0]
    found = re.findall(r'<td class="(\w+)" data-label', line)
    assert found == ["ada", "tidak", "tidak", "ada", "tidak", "tidak", "tidak", "tidak"]  # Renstra and PK
    assert "2026" in line
    one = next(one for one in rows if 3 in one.masalah)
    Triase.objects.create(pemda=diperiksa.pemda, sidik=one.sidik, putusan="ditolak", alasan="x", oleh=diperiksa.bappeda)
    page = client.get("/dasbor/").content.decode()
    cell = re.search(rf'pd={diperiksa.kesehatan.pk}&amp;masalah=3">(\d+)', page)
    assert (int(cell[1]) if cell else 0) == sure - 1


def test_an_agency_has_its_own_page_alone(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    response = sebagai(diperiksa.dinkes).get("/dasbor/")
    assert response["Location"] == f"/perangkat/{diperiksa.kesehatan.pk}/"
    page = sebagai(diperiksa.dinkes).get(response["Location"]).content.decode()
    assert f'href="/pemeriksaan/{diperiksa.satu.pk}/lihat/kaskade/"' in page
    assert f"/pemeriksaan/{diperiksa.semua.pk}/" not in page
    assert "Perjanjian Kinerja 2026" in page


@pytest.mark.parametrize(
    ("bagian", "memuat"),
    [("kaskade", 'class="simpul'), ("matriks", "Angka Kematian Ibu"), ("tema", "Peta tema lintas sektor</h2>")],
)
def test_chain_is_shown_without_inline_style(diperiksa: SimpleNamespace, sebagai: Masuk, bagian: str, memuat: str) -> None:
    page = sebagai(diperiksa.dinkes).get(f"/pemeriksaan/{diperiksa.satu.pk}/lihat/{bagian}/").content.decode()
    assert memuat in page
    assert not re.search(r"<[^>]+ (style|on\w+)=|<style|<script>", page)
    assert sebagai(diperiksa.dinkes).get(f"/pemeriksaan/{diperiksa.semua.pk}/lihat/{bagian}/").status_code == 404


def test_colours_of_the_matrix_are_in_the_style_sheet() -> None:
    assert warna() in resource("templates", "web", "aset", "web.css").read_text(encoding="utf-8")


def test_matrix_as_workbook(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    response = sebagai(diperiksa.dinkes).get(f"/pemeriksaan/{diperiksa.satu.pk}/matriks.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert any("Angka Kematian Ibu" in text for text in texts)


def test_row_of_a_word_table_is_shown(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    one = next(row for row in Temuan.objects.filter(lingkup=diperiksa.kesehatan) if row.petikan)
    number, kept = next(iter(one.petikan.items()))
    assert one.isi["bukti"][int(number)]["dokumen"].endswith(".docx")
    page = sebagai(diperiksa.dinkes).get(f"/temuan/{one.pk}/").content.decode()
    framed = next(cell["teks"] for cell in kept["baris"] if cell["bingkai"])
    assert 'class="sel-bingkai"' in page
    assert framed.split()[0] in page.split('class="sel-bingkai"')[1][:300]


def test_rules_are_explained(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(diperiksa.dinkes)
    assert "TGT-01" in client.get("/aturan/").content.decode()
    page = client.get("/aturan/TGT-01/").content.decode()
    assert "Kapan temuan ini keliru" in page
    found = Temuan.objects.filter(lingkup=diperiksa.kesehatan, aturan="TGT-01", keadaan="terbuka")
    assert found
    assert set(re.findall(r"/temuan/(\d+)/", page)) == {str(one.pk) for one in found}
    assert client.get("/aturan/ABC-99/").status_code == 404


def test_running_month_follows_checks_and_past_months_stay(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    kept = PotretBulanan.objects.get(perangkat_daerah=diperiksa.kesehatan)
    assert f"{kept.tahun}-{kept.bulan:02}" == potret.bulan_ini()
    assert potret.isi(kept).pemeriksaan == diperiksa.satu.pk
    before = kept.isi
    Dokumen.objects.filter(jenis="pk").update(arsip=True)
    again = f"/pemeriksaan/{diperiksa.satu.pk}/ulang/"
    with patch.object(potret, "bulan_ini", return_value="2099-01"):
        sebagai(diperiksa.dinkes).post(again)
        selesaikan()
    kept.refresh_from_db()
    assert kept.isi == before
    assert PotretBulanan.objects.get(tahun=2099).isi != before
    sebagai(diperiksa.dinkes).post(again)
    selesaikan()
    kept.refresh_from_db()
    assert kept.isi != before


def test_monthly_page_and_workbook(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(diperiksa.bappeda)
    page = client.get("/bulanan/").content.decode()
    uploads = page.split("Unggahan bulan ini")[1]
    assert "sudah mengunggah" in uploads.split("Dinas Kesehatan")[1].split("</tr>")[0]
    assert "belum mengunggah" in uploads.split("Dinas Perhubungan")[1].split("</tr>")[0]
    sheet = potret.isi(PotretBulanan.objects.get(perangkat_daerah=diperiksa.kesehatan)).lembar
    assert all(part.arti in page or part.alasan in page for part in sheet.bagian)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/bulanan/bulanan.xlsx").content))
    assert book.sheetnames[1:] == ["Dinas Kesehatan"]
    assert "bukan nilai AKIP" in str(book.worksheets[0]["A2"].value)


def test_a_past_month_is_kept_once(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(diperiksa.bappeda)
    assert sebagai(diperiksa.dinkes).post("/bulanan/simpan/", {"bulan": "2026-03"}).status_code == 403
    client.post("/bulanan/simpan/", {"bulan": "2026-03"})
    kept = PotretBulanan.objects.get(tahun=2026, bulan=3)
    assert kept.oleh == diperiksa.bappeda
    Pemeriksaan.objects.filter(pk=diperiksa.semua.pk).update(berkas_laporan="")
    kept.isi["lembar"]["skor"] = 12.3
    kept.save()
    client.post("/bulanan/simpan/", {"bulan": "2026-03"})
    page = client.get("/bulanan/?bulan=2026-03").content.decode()
    assert "<b>12,3</b>" in page


def test_monthly_page_of_an_agency_shows_its_own(diperiksa: SimpleNamespace, sebagai: Masuk) -> None:
    lain = PerangkatDaerah.objects.get(pk=diperiksa.perhubungan.pk)
    kept = PotretBulanan.objects.get(perangkat_daerah=diperiksa.kesehatan)
    isi = {**kept.isi, "lembar": {**kept.isi["lembar"], "pd": lain.nama}}
    PotretBulanan.objects.create(perangkat_daerah=lain, tahun=kept.tahun, bulan=kept.bulan, isi=isi)
    for path in ("/bulanan/", "/bulanan/bulanan.xlsx"):
        response = sebagai(diperiksa.dinkes).get(path)
        if path.endswith("xlsx"):
            assert openpyxl.load_workbook(io.BytesIO(response.content)).sheetnames[1:] == ["Dinas Kesehatan"]
        else:
            assert "Dinas Perhubungan" not in response.content.decode()


def test_a_decision_is_withdrawn(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.bappeda)
    unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    one = Temuan.objects.filter(lingkup=None)[0]
    address = f"/temuan/{one.pk}/"
    missing = client.post(f"{address}putusan/", {"putusan": "ditolak"}).content.decode()
    assert f'href="{address}"' in missing, "the way back to what was being decided"
    assert "Batalkan keputusan" not in client.get(address).content.decode()
    client.post(f"{address}putusan/", {"putusan": "diterima"})
    assert "Batalkan keputusan" in client.get(address).content.decode()
    page = client.post(f"{address}putusan/", {"putusan": "terbuka", "rekomendasi": "Agar menyesuaikan kata lain."}, follow=True)
    assert page.redirect_chain[-1][0] == address
    assert f"Keputusan atas {one.aturan} dibatalkan." in page.content.decode()
    assert "Batalkan keputusan" not in page.content.decode()
    assert list(Triase.objects.values_list("putusan", flat=True)) == ["diterima", "terbuka"]
    assert "Agar menyesuaikan kata lain." not in page.content.decode(), "the form sends the words of the decision back with it"


def test_a_refused_account_keeps_what_was_typed(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    form = {"nama": "Budi", "username": "budi", "peran": "pd", "pemda": daerah.lain.pk}
    response = sebagai(daerah.admin).post("/pengelolaan/akun/", form)
    page = response.content.decode()
    assert response.status_code == 422
    assert "harus punya perangkat daerah" in page
    for kept in ('value="Budi"', 'value="budi"', '<option value="pd" selected>', f'<option value="{daerah.lain.pk}" selected>'):
        assert kept in page


def test_empty_lists_lead_on(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    for siapa in (daerah.bappeda, daerah.dinkes):
        client = sebagai(siapa)
        for path in ("/", "/dokumen/", "/pemeriksaan/", "/dasbor/", "/bulanan/"):
            page = client.get(path, follow=True).content.decode().split("<main")[1]
            hollow = page.split("kartu hampa")[1].split("</section>")[0]
            assert 'class="tombol utama" href="/unggah/' in hollow, path
