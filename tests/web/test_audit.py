"""Who uploaded, saw and decided: written down, found again, taken away as CSV."""

from __future__ import annotations

import ast
import csv
import io
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils import timezone

import doccheck.web
from doccheck.web.models import BerkasUnggahan, CatatanAudit, Dokumen, Temuan
from doccheck.web.models.kejadian import KEJADIAN, KELOMPOK
from doccheck.web.views import audit

from .conftest import Masuk, Program, contoh, selesaikan, unggah, unggah_periksa

RENSTRA = "Renstra-Dinas-Kesehatan.pdf"


def _nama(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def test_every_event_has_words_and_a_group() -> None:
    """What the code writes down is what the page can name and filter."""
    written = set()
    for path in Path(doccheck.web.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _nama(node).startswith("catat"):
                written |= {text.value for one in node.args[:2] for text in ast.walk(one) if isinstance(text, ast.Constant)}
    written = {one for one in written if isinstance(one, str)} - {"lihat_"}
    known = {name for group in KELOMPOK.values() for name in group}
    assert len(written) > 25
    assert written <= set(KEJADIAN), written - set(KEJADIAN)
    assert set(KEJADIAN) - known <= {"periksa"}


def test_uploaded_saw_decided(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    agency, reviewer = sebagai(daerah.dinkes), sebagai(daerah.bappeda)
    check = unggah_periksa(agency, daerah.periode, contoh(RENSTRA))
    one = Temuan.objects.filter(lingkup=daerah.kesehatan).first()
    assert one
    dokumen = Dokumen.objects.get()
    agency.get(f"/pemeriksaan/{check}/")
    agency.get(f"/temuan/{one.pk}/")
    agency.get(f"/dokumen/{dokumen.pk}/")
    b"".join(reviewer.get(f"/versi/{dokumen.kini.pk}/asli/").streaming_content)  # type: ignore[attr-defined]
    download = reviewer.post(f"/pemeriksaan/{check}/unduh/html/")["Location"]
    selesaikan()
    b"".join(reviewer.get(f"{download}berkas/").streaming_content)  # type: ignore[attr-defined]
    reviewer.post(f"/temuan/{one.pk}/putusan/", {"putusan": "ditolak", "alasan": "Sudah benar."})
    reviewer.post(f"/temuan/{one.pk}/komentar/", {"teks": "Lihat halaman 6."})
    rows = [(row.apa, row.oleh.username if row.oleh else "", row.perangkat_daerah) for row in CatatanAudit.objects.order_by("pk")]
    assert [(what, who) for what, who, _pd in rows] == [
        ("unggah", "dinkes"), ("versi", "dinkes"), ("lihat_periksa", "dinkes"), ("lihat_temuan", "dinkes"), ("lihat_dokumen", "dinkes"),
        ("unduh_asli", "bappeda"), ("unduh", "bappeda"), ("unduh_berkas", "bappeda"), ("putusan", "bappeda"), ("komentar", "bappeda"),
    ]  # fmt: skip
    assert {pd for what, _who, pd in rows if what != "unggah"} == {daerah.kesehatan}
    assert "Sudah benar" not in " ".join(row.rincian for row in CatatanAudit.objects.all()), "no content, only what was done to what"
    page = sebagai(daerah.admin).get("/pengelolaan/audit/").content.decode()
    for told in ("memutuskan temuan", "mengunduh dokumen asli", RENSTRA, "Perencana Dinkes"):
        assert told in page


def test_pages_and_programs_note_corrections_alike(daerah: SimpleNamespace, sebagai: Masuk, program: Program) -> None:
    """What was corrected or left out is in the log with the same words, region and agency, whichever way it came."""

    def noted() -> dict[str, tuple[object, ...]]:
        rows = CatatanAudit.objects.filter(apa__in=("perbaiki", "batalkan"))
        found = {one.apa: (one.rincian.removesuffix(" (API: e-SAKIP)"), one.pemda, one.perangkat_daerah, one.oleh) for one in rows}
        rows.delete()
        return found

    page, token = sebagai(daerah.bappeda), program(daerah.bappeda)
    for each in (page, token):
        number = unggah(page, daerah.periode, contoh(RENSTRA))
        selesaikan()
        row = BerkasUnggahan.objects.get(unggahan=number)
        if each is page:
            page.post(f"/unggahan/berkas/{row.pk}/", {"jenis": "renja", "tahun": "2026", "pd": daerah.kesehatan.pk})
            page.post(f"/unggahan/berkas/{row.pk}/batal/")
            first = noted()
        else:
            path = f"/api/v1/unggahan/{number}/berkas/{row.pk}"
            token.patch(path, {"jenis": "renja", "tahun": 2026}, content_type="application/json")
            token.delete(path)
    wanted = (f"{RENSTRA} renja 2026", daerah.pemda, daerah.kesehatan, daerah.bappeda)
    assert first == noted() == {"perbaiki": wanted, "batalkan": wanted}


@pytest.fixture
def isi(daerah: SimpleNamespace) -> SimpleNamespace:
    make = CatatanAudit.objects.create
    make(apa="unggah", oleh=daerah.dinkes, perangkat_daerah=daerah.kesehatan, rincian='=HYPERLINK("http://jahat")', alamat="10.0.0.1")
    make(apa="putusan", oleh=daerah.bappeda, perangkat_daerah=daerah.perhubungan, rincian="TGT-01 abc ditolak", alamat="10.0.0.2")
    old = make(apa="lihat_temuan", oleh=daerah.dishub, perangkat_daerah=daerah.perhubungan, rincian="TGT-01 abc", alamat="10.0.0.3")
    CatatanAudit.objects.filter(pk=old.pk).update(kapan=timezone.now() - timedelta(days=40))
    make(apa="masuk_gagal", oleh=None, rincian="tamu", alamat="10.0.0.4")
    return daerah


def hari(days: int = 0) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("saring", "alamat"),
    [
        ("apa=putusan", {"2"}),
        ("apa=Melihat dan mengunduh", {"3"}),
        ("oleh={dinkes.pk}", {"1"}),
        ("pd={perhubungan.pk}", {"2", "3"}),
        (f"dari={hari(1)}", {"1", "2", "4"}),
        (f"sampai={hari(30)}", {"3"}),
        (f"dari={hari()}&sampai={hari()}", {"1", "2", "4"}),
        ("cari=ABC", {"2", "3"}),
        ("cari=10.0.0.4", {"4"}),
        ("pd={perhubungan.pk}&apa=putusan&cari=ditolak", {"2"}),
        ("dari=kemarin&oleh=x&hal=abc", {"1", "2", "3", "4"}),
    ],
)
def test_filters_of_page_and_csv(isi: SimpleNamespace, sebagai: Masuk, saring: str, alamat: set[str]) -> None:
    client = sebagai(isi.admin)
    query = saring.format(**vars(isi))
    page = client.get(f"/pengelolaan/audit/?{query}").content.decode()
    assert {str(n) for n in range(1, 5) if f">10.0.0.{n}<" in page} == alamat
    response = client.get(f"/pengelolaan/audit/audit.csv?{query}")
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][:2] == ["Waktu", "Nama akun"]
    assert {row[-1].rsplit(".", 1)[1] for row in rows[1:] if row[-1].startswith("10.")} == alamat


def test_csv_runs_nothing_and_is_written_down_itself(isi: SimpleNamespace, sebagai: Masuk) -> None:
    response = sebagai(isi.admin).get("/pengelolaan/audit/audit.csv?apa=unggah")
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    row = list(csv.reader(io.StringIO(text)))[1]
    assert row[5].startswith("'=HYPERLINK")
    assert row[1:4] == ["dinkes", "Perencana Dinkes", "unggah"]
    assert response["Content-Disposition"].startswith("attachment")
    assert CatatanAudit.objects.first().rincian == "audit apa=unggah"  # type: ignore[union-attr]


def test_pages_of_the_log(isi: SimpleNamespace, sebagai: Masuk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "SEHALAMAN", 3)
    client = sebagai(isi.admin)
    first = client.get("/pengelolaan/audit/?cari=10.0.0").content.decode()
    assert "Halaman 1 dari 2" in first
    assert "cari=10.0.0&amp;hal=2" in first
    assert ">10.0.0.1<" not in first
    assert ">10.0.0.1<" in client.get("/pengelolaan/audit/?cari=10.0.0&hal=2").content.decode()
