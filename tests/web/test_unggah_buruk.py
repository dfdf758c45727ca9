"""Files that are no good: encrypted, damaged, empty, with macros or scripts. Each gets an answer in words, none is run or shown."""

from __future__ import annotations

import html
import io
import zipfile
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader, PdfWriter

from doccheck.web.models import Berkas, BerkasUnggahan, CatatanAudit, Temuan, Versi
from tests.readers.ole_file import ole_file

from .conftest import SAMPLES, Masuk, contoh, selesaikan, unggah

RENSTRA, RENJA = "Renstra-Dinas-Kesehatan.pdf", "Renja-2026-Dinas-Kesehatan.xlsx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def bersandi() -> bytes:
    writer = PdfWriter(PdfReader(SAMPLES / RENSTRA))
    writer.encrypt("rahasia", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def bermakro() -> bytes:
    """A workbook with a macro project beside its sheets."""
    stream = io.BytesIO()
    with zipfile.ZipFile(SAMPLES / RENJA) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "[Content_Types].xml":
                content = content.replace(b"spreadsheetml.sheet.main+xml", b"spreadsheetml.sheet.main+xml").replace(
                    b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
                )
            target.writestr(info, content)
        target.writestr("xl/vbaProject.bin", OLE + b"Sub Workbook_Open() Shell" + bytes(600))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("PK.docx", ole_file({"EncryptionInfo": b"", "EncryptedPackage": b""}), "sandi"),
        ("Renstra.pdf", b"MZ\x90\x00" + bytes(2000), "isinya tampaknya program windows"),
        ("Renstra.docx", b"PK\x03\x04" + bytes(300), "arsip zip rusak"),
        ("Renstra.pdf", b"", "kosong"),
        ("Renstra.xlsx", b"%!PS-Adobe" + bytes(40), "isinya tampaknya postscript"),
    ],
    ids=["encrypted Word", "a program", "half an archive", "empty", "PostScript"],
)
def test_refused_in_words(daerah: SimpleNamespace, sebagai: Masuk, nama: str, isi: bytes, kata: str) -> None:
    client = sebagai(daerah.dinkes)
    number = unggah(client, daerah.periode, SimpleUploadedFile(nama, isi))
    row = BerkasUnggahan.objects.get(unggahan=number)
    assert (row.keadaan, row.berkas) == ("ditolak", None)
    assert kata in row.kata.casefold()
    page = client.get(f"/unggahan/{number}/").content.decode()
    assert row.kata in html.unescape(page)
    assert "Simpan dan periksa" not in page
    assert ">Unggah lagi</a>" in page
    assert f"/unggahan/{number}/" not in client.get("/").content.decode(), "nothing of it waits for anybody"
    assert not Berkas.objects.exists()
    noted = CatatanAudit.objects.get(apa="unggah_ditolak")
    assert (noted.oleh, noted.rincian) == (daerah.dinkes, f"{nama} {row.kata}")


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.docx", content)
    return stream.getvalue()


@pytest.mark.parametrize("penulis", ["id", "en"])
@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("Renstra.pdf", b"MZ\x90\x00" + bytes(2000), {
            "id": "Berkas rusak atau bukan berkas dari jenis yang disebut namanya (bernama .pdf, tetapi isinya tampaknya program Windows)",
            "en": "File damaged, or not of the kind that its name says (named .pdf, but its content looks like Windows program)"}),
        ("PK.pdf", bersandi(), {"id": "Berkas terkunci kata sandi", "en": "File locked by a password"}),
        ("Semua.zip", zipped(dalam=b"PK\x03\x04" + bytes(300)), {
            "id": "Berkas rusak atau bukan berkas dari jenis yang disebut namanya (arsip zip rusak: File is not a zip file)",
            "en": "File damaged, or not of the kind that its name says (damaged zip archive: File is not a zip file)"}),
        ("Semua.zip", zipped(), {"id": "Arsip tidak berisi dokumen.", "en": "The archive holds no documents."}),
    ],
    ids=["a program", "encrypted, seen in reading", "in an archive", "empty archive"],
)  # fmt: skip
def test_each_reads_in_a_language_of_their_own(
    daerah: SimpleNamespace, sebagai: Masuk, penulis: str, nama: str, isi: bytes, kata: dict[str, str]
) -> None:
    """Whatever language the person who uploads has, the reason is told in that of whoever reads it; the log has one language."""
    writer = sebagai(daerah.dinkes)
    writer.post("/bahasa/", {"bahasa": penulis})
    number = unggah(writer, daerah.periode, SimpleUploadedFile(nama, isi))
    selesaikan()
    for lang in ("id", "en"):
        reader = sebagai(daerah.bappeda)
        reader.post("/bahasa/", {"bahasa": lang})
        assert kata[lang] in html.unescape(reader.get(f"/unggahan/{number}/").content.decode())
    row = BerkasUnggahan.objects.get(unggahan=number)
    if row.keadaan == "ditolak":
        assert CatatanAudit.objects.get(apa="unggah_ditolak").rincian == f"{row.nama_asli} {kata['id']}"


def test_words_from_before_stay_readable(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    """Rows of earlier versions hold plain words, and those of libraries do: they are shown as they are, braces and all."""
    number = unggah(sebagai(daerah.dinkes), daerah.periode, SimpleUploadedFile("a.pdf", b""))
    for words in ("Ukuran 60 MB; batas satu berkas 50 MB.", '{"asal": 7}', '{"asal": "{x}", "isi": {"y": 1}}', "KeyError: '{n}'"):
        BerkasUnggahan.objects.filter(unggahan=number).update(pesan=words)
        assert words in html.unescape(sebagai(daerah.bappeda).get(f"/unggahan/{number}/").content.decode())


def test_an_encrypted_pdf_is_told_to_be_one(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    number = unggah(client, daerah.periode, SimpleUploadedFile("Renstra.pdf", bersandi()))
    selesaikan()
    row = BerkasUnggahan.objects.get(unggahan=number)
    assert row.keadaan == "gagal"
    assert "sandi" in row.kata
    assert row.kata in client.get(f"/unggahan/{number}/").content.decode()


def test_damaged_inside_is_told_with_its_mark(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    """A PDF whose head is right is taken in; that nothing can be read of it is said, and its check does not look green."""
    client = sebagai(daerah.dinkes)
    number = unggah(client, daerah.periode, SimpleUploadedFile("Renstra.pdf", (SAMPLES / RENSTRA).read_bytes()[:3000]))
    selesaikan()
    row = BerkasUnggahan.objects.get(unggahan=number)
    assert row.keadaan == "gagal", row.kata
    assert row.kata
    page = client.get(f"/unggahan/{number}/").content.decode()
    assert "Tidak terbaca" in page
    assert "Simpan dan periksa" in page, "what is stored can be taken over from the page"
    response = client.post(f"/unggahan/{number}/periksa/")
    selesaikan()
    page = client.get(response["Location"]).content.decode()
    assert page.split('<p class="kabar error">')[1].startswith("Tidak terbaca: Dinas Kesehatan/Renstra.pdf</p>")
    found = Temuan.objects.get()
    assert (found.aturan, found.keparahan, found.telaah) == ("EXT-08", "sedang", False)
    assert f'href="/temuan/{found.pk}/"' in page
    assert "tanpa temuan" not in client.get("/pemeriksaan/").content.decode()


def test_macros_are_read_past(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    number = unggah(sebagai(daerah.dinkes), daerah.periode, SimpleUploadedFile("Renja.xlsm", bermakro()))
    selesaikan()
    row = BerkasUnggahan.objects.get(unggahan=number)
    assert (row.keadaan, row.jenis, row.tahun) == ("siap", "renja", 2026), row.kata


def test_html_is_never_served_as_a_page(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    evil = b"""<html><body><script>fetch('/pengelolaan/')</script><h1>Renstra Dinas Kesehatan 2025-2029</h1>
    <table><tr><th>Tujuan</th><th>Sasaran</th><th>Indikator</th><th>Satuan</th><th>2025</th><th>2026</th></tr>
    <tr><td>Meningkatnya derajat kesehatan</td><td>Menurunnya <img src=x onerror=alert(1)> kematian ibu</td><td>Angka Kematian Ibu</td>
    <td>per 100.000</td><td>90</td><td>85</td></tr></table></body></html>"""
    number = unggah(client, daerah.periode, SimpleUploadedFile("renstra.html", evil, "text/html"))
    selesaikan()
    response = client.post(f"/unggahan/{number}/periksa/")
    selesaikan()
    versi = Versi.objects.get()
    original = client.get(f"/versi/{versi.pk}/asli/")
    assert b"".join(original.streaming_content) == evil
    assert original["Content-Type"] == "application/octet-stream"
    assert original["Content-Disposition"].startswith("attachment")
    assert original["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert original["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/versi/{versi.pk}/halaman/1.png").status_code == 404
    check = response["Location"]
    for path in (check, f"/dokumen/{versi.dokumen_id}/", f"{check}lihat/kaskade/", f"{check}lihat/matriks/"):
        text = client.get(path).content.decode()
        assert "<script>" not in text
        assert "<img src=x" not in text


def test_limits_of_an_upload_get_a_page(daerah: SimpleNamespace, sebagai: Masuk, settings: SimpleNamespace) -> None:
    client = sebagai(daerah.dinkes)
    from msgspec.structs import replace

    settings.KONFIG = replace(settings.KONFIG, unggah_berkas=2, berkas_mb=1, unggah_mb=2)

    def told(*files: SimpleUploadedFile) -> tuple[int, str]:
        response = client.post("/unggah/", {"periode": daerah.periode.pk, "berkas": list(files)})
        text = response.content.decode()
        return response.status_code, text.split('role="alert"')[1].split("</p>")[0] if 'role="alert"' in text else ""

    status, text = told()
    assert (status, "sedikitnya satu" in text) == (422, True)
    status, text = told(*(SimpleUploadedFile(f"{n}.csv", b"a,b\n") for n in range(3)))
    assert (status, "batas 2" in text) == (422, True)
    big = b"%PDF-1.7\n" + bytes(1_200_000)
    status, text = told(*(SimpleUploadedFile(f"{n}.pdf", big) for n in range(2)))
    assert (status, "batas 2 MB" in text) == (422, True)
    number = unggah(client, daerah.periode, SimpleUploadedFile("besar.pdf", big), contoh(RENSTRA))
    assert {row.nama_asli: "batas satu berkas 1 MB" in row.kata for row in BerkasUnggahan.objects.filter(unggahan=number)} == {
        "besar.pdf": True, RENSTRA: False,
    }  # fmt: skip


def test_far_too_many_files_get_a_page(daerah: SimpleNamespace, sebagai: Masuk, settings: SimpleNamespace) -> None:
    many = [SimpleUploadedFile(f"{n}.csv", b"a") for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]
    response = sebagai(daerah.dinkes).post("/unggah/", {"periode": daerah.periode.pk, "berkas": many})
    assert response.status_code == 400
    assert "terlalu banyak berkas" in response.content.decode()
