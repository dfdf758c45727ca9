"""Documents in another store than a folder: by a URL (fsspec), or by any of Django's storages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import fsspec
import pytest
from django.core.files.storage import default_storage

from doccheck.web import konfig
from doccheck.web.layanan import gudang
from doccheck.web.models import Berkas, Pemeriksaan, Temuan, Unduhan, Versi

from .conftest import Masuk, contoh, selesaikan, unggah_periksa

RENSTRA = "Renstra-Dinas-Kesehatan.pdf"
DJANGO = json.dumps({"BACKEND": "django.core.files.storage.InMemoryStorage"})


@pytest.fixture(params=["memory://doccheck/uji", "file://{tmp}/toko", DJANGO], ids=["memory", "file", "django"])
def toko(
    request: pytest.FixtureRequest, tmp_path: Path, settings: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SimpleNamespace]:
    """The default store as the environment names it. `berkas` lists what lies in it, where fsspec can look."""
    url = request.param.replace("{tmp}", str(tmp_path))
    monkeypatch.setenv("DOCCHECK_STORAGE", url)
    monkeypatch.setenv("DOCCHECK_DATA", str(tmp_path / "data"))
    read = konfig.muat()
    settings.STORAGES = {**settings.STORAGES, "default": read.simpan}
    fs, root = (None, "") if url.startswith("{") else fsspec.core.url_to_fs(url)
    yield SimpleNamespace(berkas=lambda: fs.find(root) if fs else None, lama=settings.KONFIG.data / "berkas")
    if fs and fs.exists(root):
        fs.rm(root, recursive=True)


def test_the_whole_way(daerah: SimpleNamespace, sebagai: Masuk, toko: SimpleNamespace) -> None:
    """Upload, check, page picture, download, original, export: all from the other store, nothing in the folder."""
    before = sorted(toko.lama.rglob("*"))
    client = sebagai(daerah.bappeda)
    check = unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    assert Pemeriksaan.objects.get(pk=check).keadaan == "selesai"
    one = next(row for row in Temuan.objects.filter(lingkup=None) if row.isi["bukti"] and row.isi["bukti"][0]["halaman"])
    client.get(f"/temuan/{one.pk}/bukti/0/")
    client.post(f"/pemeriksaan/{check}/unduh/html/")
    selesaikan()
    assert client.get(client.get(f"/temuan/{one.pk}/bukti/0/").content.decode().split('href="')[1].split('"')[0]).content[:4] == b"\x89PNG"
    made = Unduhan.objects.get()
    assert b"".join(client.get(f"/unduhan/{made.pk}/berkas/").streaming_content).startswith(b"<!doctype html>")  # type: ignore[attr-defined]
    original = client.get(f"/versi/{Versi.objects.get().pk}/asli/")
    assert b"".join(original.streaming_content) == contoh(RENSTRA).read()  # type: ignore[attr-defined]
    assert sebagai(daerah.admin).post("/pengelolaan/ekspor/").status_code == 200
    assert sorted(toko.lama.rglob("*")) == before
    listed = toko.berkas()
    if listed is not None:
        kinds = {path.split("/uji/")[-1].split("/toko/")[-1].split("/")[0] for path in listed}
        assert kinds == {"isi", "laporan", "halaman", "unduhan"}


def test_names_sizes_removal(daerah: SimpleNamespace, toko: SimpleNamespace, tmp_path: Path) -> None:  # noqa: ARG001
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n")
    berkas, new = gudang.simpan(path, "csv")
    assert (new, gudang.simpan(path, "csv")) == (True, (berkas, False)), "the same content lies there once"
    assert default_storage.size(berkas.nama) == 4
    first, second = gudang.tulis("x/y", b"1"), gudang.tulis("x/y", b"2")
    assert first == "x/y" != second
    assert (gudang.baca(first), gudang.baca(second)) == (b"1", b"2"), "nothing is overwritten"
    for name in (first, second, berkas.nama, "not/there"):
        gudang.hapus(name)
        assert not default_storage.exists(name)
    with pytest.raises(OSError, match="isi"):
        gudang.ambil(berkas, tmp_path / "b.csv")
    assert Berkas.objects.count() == 1


@pytest.mark.parametrize("wrong", ["{not json", "ftp", '["x"]'])
def test_a_wrong_setting_is_told(wrong: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCCHECK_DATA", str(tmp_path))
    monkeypatch.setenv("DOCCHECK_STORAGE", wrong)
    with pytest.raises(ValueError, match="DOCCHECK_STORAGE"):
        konfig.muat()
