"""The way from upload to decision, with documents of the sample city."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from doccheck.web.layanan.unggahan import pasangan
from doccheck.web.models import Berkas, BerkasUnggahan, Dokumen, Komentar, Pemeriksaan, Temuan, Triase, Unduhan, Unggahan, Versi

from .conftest import SAMPLES, Masuk, contoh, selesaikan, unggah, unggah_periksa

SEMUA = sorted(one.name for one in SAMPLES.iterdir() if one.suffix in (".pdf", ".docx", ".xlsx"))
RPJMD, RENSTRA, PK = "RPJMD-2025-2029.pdf", "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx"


def test_identity_is_recognised(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    number = unggah(sebagai(daerah.bappeda), daerah.periode, contoh(RENSTRA), contoh(PK), contoh(RPJMD))
    selesaikan()
    rows = {row.nama_asli: row for row in BerkasUnggahan.objects.filter(unggahan=number)}
    assert {(row.jenis, row.perangkat_daerah, row.tahun) for row in rows.values()} == {
        ("renstra", daerah.kesehatan, None), ("pk", daerah.kesehatan, 2026), ("rpjmd", None, None),
    }  # fmt: skip
    assert rows[PK].jabatan.startswith("Kepala Dinas Kesehatan")


def test_check_finds_and_shows(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    rpjmd = unggah_periksa(sebagai(daerah.bappeda), daerah.periode, contoh(RPJMD))
    pk = unggah_periksa(client, daerah.periode, contoh(RENSTRA), contoh(PK))
    check = Pemeriksaan.objects.get(pk=pk)
    assert check.keadaan == "selesai"
    assert check.perangkat_daerah == daerah.kesehatan
    assert {one.nama for one in check.isi.all()} == {f"Dinas Kesehatan/{RENSTRA}", f"Dinas Kesehatan/{PK}", RPJMD}
    found = Temuan.objects.filter(lingkup=daerah.kesehatan, keadaan="terbuka")
    assert "TGT-01" in {one.aturan for one in found}
    page = client.get(f"/pemeriksaan/{pk}/").content.decode()
    assert "Prevalensi Balita Gizi Kurang" in page
    one = found.get(aturan="TGT-01")
    assert one.isi["kondisi"] in client.get(f"/temuan/{one.pk}/").content.decode().replace("&#34;", '"')
    assert rpjmd != pk


def test_page_of_evidence_is_drawn_once(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    one = next(row for row in Temuan.objects.all() if row.isi["bukti"] and row.isi["bukti"][0]["halaman"] and row.isi["bukti"][0]["kotak"])
    address = f"/temuan/{one.pk}/bukti/0/"
    assert "sedang digambar" in client.get(address).content.decode()
    assert selesaikan() == 1
    drawn = client.get(address).content.decode()
    assert '<rect class="bingkai"' in drawn
    picture = drawn.split('href="')[1].split('"')[0]
    assert client.get(picture).content.startswith(b"\x89PNG")


def test_revision_tells_solved_remaining_new(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    first = unggah_periksa(client, daerah.periode, contoh(RENSTRA), contoh(PK))
    before = set(Temuan.objects.filter(keadaan="terbuka").values_list("sidik", flat=True))
    # the revised PK: that of another year's form, without the defects that are in the Renstra
    dokumen = Dokumen.objects.get(jenis="pk")
    client.post(f"/dokumen/{dokumen.pk}/arsip/")
    response = client.post(f"/pemeriksaan/{first}/ulang/")
    selesaikan()
    second = Pemeriksaan.objects.get(pk=int(response["Location"].split("/")[2]))
    assert set(second.hilang) | set(second.tetap) == before
    assert set(second.hilang)
    assert not set(second.hilang) & set(Temuan.objects.filter(keadaan="terbuka").values_list("sidik", flat=True))
    page = client.get(f"/pemeriksaan/{second.pk}/?tampil=selesai").content.decode()
    gone = Temuan.objects.get(sidik=second.hilang[0])
    assert f'href="/temuan/{gone.pk}/"' in page


def test_same_content_is_stored_once(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    number = unggah(client, daerah.periode, contoh(RENSTRA))
    selesaikan()
    assert "tidak disimpan lagi" in client.get(f"/unggahan/{number}/").content.decode()
    client.post(f"/unggahan/{number}/periksa/")
    assert [one.nomor for one in Dokumen.objects.get().versi.all()] == [1]


def test_versions_are_kept_and_restored(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.dinkes)
    unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    changed = contoh(RENSTRA)
    changed.file.write(changed.read() + b"\n% revised\n")
    changed.file.seek(0)
    changed.size = changed.file.seek(0, 2)
    changed.file.seek(0)
    unggah_periksa(client, daerah.periode, changed)
    dokumen = Dokumen.objects.get()
    first = dokumen.versi.get(nomor=1)
    assert first.berkas != dokumen.versi.get(nomor=2).berkas
    client.post(f"/versi/{first.pk}/pulihkan/")
    assert [(one.nomor, one.pulihan_dari, one.oleh) for one in dokumen.versi.all()] == [
        (3, 1, daerah.dinkes), (2, None, daerah.dinkes), (1, None, daerah.dinkes),
    ]  # fmt: skip
    assert dokumen.kini.berkas == first.berkas


def test_triage_needs_a_reason_to_reject(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    check = unggah_periksa(sebagai(daerah.bappeda), daerah.periode, contoh(RENSTRA))
    one = Temuan.objects.filter(lingkup=None).first()
    assert one is not None
    client = sebagai(daerah.bappeda)
    assert client.post(f"/temuan/{one.pk}/putusan/", {"putusan": "ditolak"}).status_code == 422
    assert not Triase.objects.exists()
    client.post(f"/temuan/{one.pk}/putusan/", {"putusan": "ditolak", "alasan": "Sudah benar menurut lampiran."})
    client.post(f"/temuan/{one.pk}/komentar/", {"teks": "Lihat halaman 6."})
    own = Temuan.objects.get(lingkup=daerah.kesehatan, sidik=one.sidik)
    page = sebagai(daerah.dinkes).get(f"/temuan/{own.pk}/").content.decode()
    assert "Sudah benar menurut lampiran." in page
    assert "Lihat halaman 6." in page
    assert Komentar.objects.get().oleh == daerah.bappeda
    assert check


@pytest.mark.parametrize("bentuk", ["html", "lhe", "reviu", "kke", "asli"])
def test_download_is_made_and_served_as_attachment(daerah: SimpleNamespace, sebagai: Masuk, bentuk: str) -> None:
    client = sebagai(daerah.dinkes)
    check = unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    client.post(f"/pemeriksaan/{check}/unduh/{bentuk}/")
    selesaikan()
    made = Unduhan.objects.get()
    assert made.keadaan == "siap", made.pesan
    response = client.get(f"/unduhan/{made.pk}/berkas/")
    content = b"".join(response.streaming_content)
    assert response["Content-Disposition"].startswith("attachment")
    assert content.startswith(b"<!doctype html>" if bentuk == "html" else b"PK")


def test_an_agency_answers_for_its_own(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    """The region's RPJMD and IKU are read beside an agency's documents, without those of the other agencies: what would be said of them
    alone is not the agency's, and where the others' documents were needed for it, it would be false."""
    whole = Pemeriksaan.objects.get(pk=unggah_periksa(sebagai(daerah.bappeda), daerah.periode, *map(contoh, SEMUA)))
    own = Pemeriksaan.objects.get(perangkat_daerah=daerah.kesehatan)
    found = Temuan.objects.filter(lingkup=daerah.kesehatan, keadaan="terbuka")
    documents = {one.nama for one in own.isi.filter(versi__dokumen__perangkat_daerah=daerah.kesehatan)}
    for one in found:
        shown = {bukti["dokumen"] for bukti in one.isi["bukti"]}
        assert one.perangkat_daerah == daerah.kesehatan or shown & documents, one.isi["kondisi"]
    known = set(Temuan.objects.filter(lingkup=None, perangkat_daerah=daerah.kesehatan).values_list("sidik", flat=True))
    assert set(found.values_list("sidik", flat=True)) == known, "the same as the region's check says of it"
    assert whole.ringkasan["dokumen"] == len(SEMUA)
    assert own.ringkasan["keparahan"]["tinggi"] == sum(one.keparahan == "tinggi" and not one.telaah for one in found)


def test_a_correction_keeps_the_agency_that_the_region_does_not_have_yet(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.bappeda)
    daerah.dinkes.delete()
    daerah.kesehatan.delete()
    number = unggah(client, daerah.periode, contoh(RENSTRA))
    selesaikan()
    row = BerkasUnggahan.objects.get(unggahan=number)
    assert (row.perangkat_daerah, row.nama_pd) == (None, "Dinas Kesehatan")
    address = f"/unggahan/berkas/{row.pk}/"
    assert '<option value="baru" selected>Dinas Kesehatan' in client.get(address).content.decode()
    for wanted, kept in (("baru", "Dinas Kesehatan"), (daerah.perhubungan.pk, ""), ("", "")):
        BerkasUnggahan.objects.filter(pk=row.pk).update(nama_pd="Dinas Kesehatan", perangkat_daerah=None)
        client.post(address, {"jenis": "renja", "tahun": "2026", "pd": wanted})
        row.refresh_from_db()
        assert (row.jenis, row.tahun, row.nama_pd) == ("renja", 2026, kept), wanted
    assert client.post(address, {"jenis": "renja", "pd": "x"}).status_code == 404


def test_a_file_of_a_new_agency_is_no_version_of_the_regions_document(daerah: SimpleNamespace) -> None:
    made = Unggahan.objects.create(periode=daerah.periode, oleh=daerah.bappeda)
    known = Dokumen.objects.create(periode=daerah.periode, jenis="lkjip", tahun=2025)
    file = Berkas.objects.create(sidik="a" * 64, macam="pdf", nama="a", byte=1)
    Versi.objects.create(dokumen=known, nomor=1, berkas=file, nama_asli="LKjIP.pdf", oleh=daerah.bappeda)
    rows = [BerkasUnggahan(pk=at, unggahan=made, jenis="lkjip", tahun=2025, nama_pd=nama) for at, nama in ((1, "Dinas Baru"), (2, ""))]
    assert pasangan(rows) == {2: known}


def halaman(nama: str, isi: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, f"<html><body><p>{isi}</p></body></html>".encode())


def test_files_of_one_upload_never_hide_each_other(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    """What is of no known kind, or of one kind, year and agency, is as many documents as files; sent again, each finds its own."""
    client = sebagai(daerah.dinkes)

    def kirim(*changed: str) -> list[int]:
        again = SimpleUploadedFile("Salinan Renstra.pdf", (SAMPLES / RENSTRA).read_bytes() + b"\n% lain\n")
        pages = [halaman(f"{nama}.html", f"{nama} {nama in changed}") for nama in ("Undangan", "Notulen")]
        number = unggah(client, daerah.periode, *pages, contoh(RENSTRA), again)
        selesaikan()
        page = client.get(f"/unggahan/{number}/").content.decode()
        assert f"sama dengan {RENSTRA}. Keluarkan salah satu" in page
        client.post(f"/unggahan/{number}/periksa/")
        assert Unggahan.objects.get(pk=number).selesai
        return sorted(Versi.objects.values_list("nomor", flat=True))

    assert kirim() == [1, 1, 1, 1]
    assert {one.kini.nama_asli for one in Dokumen.objects.all()} == {"Undangan.html", "Notulen.html", RENSTRA, "Salinan Renstra.pdf"}
    assert kirim() == [1, 1, 1, 1]
    assert kirim("Notulen") == [1, 1, 1, 1, 2]
    assert Versi.objects.get(nomor=2).dokumen.versi.get(nomor=1).nama_asli == "Notulen.html"
