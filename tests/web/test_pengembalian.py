"""A document is sent back, its agency corrects and uploads it: solved, remaining, new."""

from __future__ import annotations

import io
from types import SimpleNamespace

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from doccheck.web.models import Dokumen, Pemeriksaan, Pengembalian, Temuan

from .conftest import SAMPLES, Masuk, contoh, unggah_periksa

RENSTRA, PK = "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx"


def _isi(berkas: str, ganti: dict[str, str]) -> SimpleUploadedFile:
    """A document of the sample city with the texts of cells replaced."""
    document = docx.Document(str(SAMPLES / berkas))
    done = set()
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.text.strip() in ganti:
                    done.add(cell.text.strip())
                    cell.paragraphs[0].text = ganti[cell.text.strip()]
    assert done == set(ganti)
    stream = io.BytesIO()
    document.save(stream)
    return SimpleUploadedFile(berkas, stream.getvalue())


def test_sent_back_until_a_newer_version_comes(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    agency, reviewer = sebagai(daerah.dinkes), sebagai(daerah.bappeda)
    unggah_periksa(agency, daerah.periode, contoh(PK))
    dokumen = Dokumen.objects.get()
    assert agency.post(f"/dokumen/{dokumen.pk}/kembalikan/", {"catatan": "x"}).status_code == 403
    reviewer.post(f"/dokumen/{dokumen.pk}/kembalikan/", {"catatan": " "})
    assert not Pengembalian.objects.exists()
    reviewer.post(f"/dokumen/{dokumen.pk}/kembalikan/", {"catatan": "Samakan target dengan Renstra."})
    for path in ("/", f"/perangkat/{daerah.kesehatan.pk}/", f"/dokumen/{dokumen.pk}/"):
        assert "Samakan target dengan Renstra." in agency.get(path).content.decode(), path
    assert "Samakan target" not in sebagai(daerah.dishub).get("/").content.decode()
    unggah_periksa(agency, daerah.periode, _isi(PK, {}))
    assert dokumen.kini.nomor == 2
    assert "Samakan target" not in agency.get("/").content.decode()
    assert "Samakan target" in agency.get(f"/dokumen/{dokumen.pk}/").content.decode()  # in its history


def test_corrected_document_solves_leaves_and_brings(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    agency = sebagai(daerah.dinkes)
    unggah_periksa(agency, daerah.periode, contoh(RENSTRA), contoh(PK))
    found = Temuan.objects.filter(lingkup=daerah.kesehatan)
    softer = found.get(aturan="TGT-01")
    assert "Prevalensi Balita Gizi Kurang" in softer.isi["kondisi"]
    total = found.get(aturan="ANG-01")
    corrected = _isi(PK, {"7,4%": "7,0%", "88,40%": "80,00%"})  # one target mended, another one spoilt, the total left wrong
    check = Pemeriksaan.objects.get(pk=unggah_periksa(agency, daerah.periode, corrected))
    assert softer.sidik in check.hilang
    assert total.sidik in check.tetap
    new = found.get(aturan="TGT-01", keadaan="terbuka")
    assert new.sidik in check.baru
    assert "Tuberkulosis" in new.isi["kondisi"]
    for tab, one in (("selesai", softer), ("tetap", total), ("baru", new)):
        page = agency.get(f"/pemeriksaan/{check.pk}/?tampil={tab}").content.decode()
        links = {other: f'href="/temuan/{other.pk}/"' in page for other in (softer, total, new)}
        assert links == {other: other == one for other in links}, tab
    assert "sudah selesai" in agency.get(f"/temuan/{softer.pk}/").content.decode()
