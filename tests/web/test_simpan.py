"""What is kept how long, and everything moved to another installation."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
import zipfile
from datetime import timedelta
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone

from doccheck.cli import serve
from doccheck.web.layanan import arsip, gudang, harian, retensi
from doccheck.web.models import Akun, Berkas, CatatanAudit, Dokumen, Pemda, Pemeriksaan, Periode, Temuan, Tugas, Versi

from .conftest import Masuk, contoh, selesaikan, unggah_periksa

RENSTRA = "Renstra-Dinas-Kesehatan.pdf"


@pytest.fixture
def dua_versi(daerah: SimpleNamespace, sebagai: Masuk) -> SimpleNamespace:
    """A Renstra in two versions, each checked."""
    client = sebagai(daerah.dinkes)
    daerah.lama = unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    changed = contoh(RENSTRA)
    content = changed.read() + b"\n% revised\n"
    changed.file = io.BytesIO(content)
    changed.size = len(content)
    daerah.baru = unggah_periksa(client, daerah.periode, changed)
    daerah.dokumen = Dokumen.objects.get()
    return daerah


def test_old_versions_and_results_go_the_newest_stay(
    dua_versi: SimpleNamespace, sebagai: Masuk, django_capture_on_commit_callbacks: object
) -> None:
    old, new = dua_versi.dokumen.versi.get(nomor=1), dua_versi.dokumen.versi.get(nomor=2)
    content = [one.berkas.nama for one in (old, new)]
    reports = {pk: Pemeriksaan.objects.get(pk=pk).berkas_laporan for pk in (dua_versi.lama, dua_versi.baru)}
    found = set(Temuan.objects.values_list("sidik", flat=True))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert retensi.bersihkan(dua_versi.pemda, timezone.now() - timedelta(days=1)) == (0, 0)
        assert retensi.bersihkan(dua_versi.pemda, timezone.now() + timedelta(days=1)) == (1, 1)
    assert list(Versi.objects.values_list("pk", flat=True)) == [new.pk]
    assert not default_storage.exists(content[0])
    assert default_storage.exists(content[1])
    assert not default_storage.exists(reports[dua_versi.lama])
    assert default_storage.exists(reports[dua_versi.baru])
    assert set(Temuan.objects.values_list("sidik", flat=True)) == found
    assert sebagai(dua_versi.dinkes).get(f"/pemeriksaan/{dua_versi.baru}/").status_code == 200
    assert sebagai(dua_versi.dinkes).get(f"/pemeriksaan/{dua_versi.lama}/").status_code == 200


def test_retention_is_set_by_administrators(dua_versi: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(dua_versi.admin)
    client.post("/pengelolaan/daerah/", {"apa": "simpan", "pemda": dua_versi.pemda.pk, "hari": "3"})
    assert Pemda.objects.get(pk=dua_versi.pemda.pk).hari_simpan == 0
    client.post("/pengelolaan/daerah/", {"apa": "simpan", "pemda": dua_versi.pemda.pk, "hari": "90"})
    assert Pemda.objects.get(pk=dua_versi.pemda.pk).hari_simpan == 90
    Versi.objects.filter(nomor=1).update(kapan=timezone.now() - timedelta(days=91))
    Pemeriksaan.objects.filter(pk=dua_versi.lama).update(dibuat=timezone.now() - timedelta(days=91))
    client.post(f"/pemeriksaan/{dua_versi.baru}/ulang/")
    selesaikan()
    assert [one.nomor for one in Versi.objects.all()] == [2]


def _kosongkan() -> None:
    for name in [*Berkas.objects.values_list("nama", flat=True), *Pemeriksaan.objects.values_list("berkas_laporan", flat=True)]:
        gudang.hapus(name)
    for table in (CatatanAudit, Periode):
        table.objects.all().delete()
    for table in reversed(arsip._tabel()):
        table._default_manager.all()._raw_delete("default")


def test_everything_moves(dua_versi: SimpleNamespace, sebagai: Masuk) -> None:
    response = sebagai(dua_versi.admin).post("/pengelolaan/ekspor/")
    packed = b"".join(response.streaming_content)
    before = {one.__name__: sorted(map(str, one._default_manager.values_list("pk", flat=True))) for one in arsip._tabel()}
    when = dua_versi.dokumen.versi.get(nomor=1).kapan
    with pytest.raises(arsip.ArsipError, match="kosong"):
        arsip.impor(io.BytesIO(packed))
    _kosongkan()
    assert not Akun.objects.exists()
    arsip.impor(io.BytesIO(packed))
    assert {one.__name__: sorted(map(str, one._default_manager.values_list("pk", flat=True))) for one in arsip._tabel()} == before
    assert abs(Versi.objects.get(nomor=1).kapan - when) < timedelta(milliseconds=1)
    client = sebagai(Akun.objects.get(username="dinkes"))
    assert client.login(username="dinkes", password="Sandi-uji-2026")
    original = client.get(f"/versi/{Versi.objects.get(nomor=1).pk}/asli/")
    assert b"".join(original.streaming_content) == contoh(RENSTRA).read()
    assert client.get(f"/pemeriksaan/{dua_versi.baru}/lihat/kaskade/").status_code == 200


def _zip(manifest: object) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("data.jsonl", "")
    return stream


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("isi", "kata"),
    [(_zip({"format": arsip.FORMAT + 1}), "lebih baru"), (_zip({}), "bukan arsip"), (io.BytesIO(b"PK nothing"), "tidak dapat dibaca")],
)
def test_other_archives_are_refused(isi: io.BytesIO, kata: str) -> None:
    with pytest.raises(arsip.ArsipError, match=kata):
        arsip.impor(isi)


def test_network_needs_the_names_by_which_it_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCCHECK_HOST", raising=False)
    for arguments in (["--host", "0.0.0.0"], ["--produksi"]):
        result = CliRunner().invoke(serve.command(), arguments)
        assert result.exit_code == 2
        assert "DOCCHECK_HOST" in result.output


@pytest.mark.django_db
def test_retention_runs_though_nobody_checks(daerah: SimpleNamespace) -> None:
    """Once a day, for regions that have one; ended sessions, old tasks and the rooms of killed tasks go as well."""
    Pemda.objects.filter(pk=daerah.pemda.pk).update(hari_simpan=90)
    base = settings.KONFIG.data / "sementara"
    old, new = base / "lama", base / "baru"
    for path in (old, new):
        path.mkdir(parents=True)
        (path / "Renstra.pdf").write_bytes(b"x")
    yesterday = time.time() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    done = Tugas.objects.create(nama="kenali", keadaan="selesai", selesai=timezone.now() - timedelta(days=31))
    failed = Tugas.objects.create(nama="kenali", keadaan="gagal", selesai=timezone.now() - timedelta(days=31))
    for _hour in range(3):
        harian.kerjakan()
    assert [one.isi for one in Tugas.objects.filter(nama="retensi")] == [{"pemda_id": daerah.pemda.pk}]
    assert (old.exists(), new.exists()) == (False, True)
    shutil.rmtree(new)
    assert list(Tugas.objects.filter(pk__in=(done.pk, failed.pk))) == [failed]
    Tugas.objects.filter(nama="retensi").update(dibuat=timezone.now() - timedelta(hours=25))
    harian.kerjakan()
    assert Tugas.objects.filter(nama="retensi").count() == 2
