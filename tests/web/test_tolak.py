"""What comes in from outside with bad intent: archives, file names, wrong types, addresses to return to, headers, the first-run page."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from doccheck.web.unggah.arsip import bongkar
from doccheck.web.unggah.batas import DitolakError, Jatah, nama_aman
from doccheck.web.unggah.kenal import macam


def _zip(path: Path, *entries: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def _open(path: Path, folder: Path, *, berkas_mb: int = 1, total_mb: int = 2, berkas: int = 5) -> list[tuple[str, Path | DitolakError]]:
    folder.mkdir()
    return list(bongkar(path, folder, berkas_mb=berkas_mb, jatah=Jatah(total_mb), berkas=berkas))


@pytest.mark.parametrize("name", ["../../luar.csv", "/etc/luar.csv", "..\\..\\luar.csv", "C:\\luar.csv"])
def test_paths_in_an_archive_never_leave_the_folder(tmp_path: Path, name: str) -> None:
    """They are only names: the document is taken under its last part, and written under a number in the folder."""
    room = tmp_path / "a" / "b"
    room.mkdir(parents=True)
    rows = _open(_zip(room / "a.zip", (name, b"a,b\n")), room / "isi")
    written = room / "isi" / "0.csv"
    assert rows == [("luar.csv", written)]
    assert written.read_bytes() == b"a,b\n"
    assert {one for one in tmp_path.rglob("*") if one.is_file()} == {room / "a.zip", written}
    assert not Path("/etc/luar.csv").exists()


def test_sizes_are_counted_while_unpacking(tmp_path: Path) -> None:
    big = _zip(tmp_path / "a.zip", ("besar.csv", b"x" * (2**20 + 1)), ("kecil.csv", b"a,b\n"))
    (_, first), (_, second) = _open(big, tmp_path / "isi")
    assert isinstance(first, DitolakError)
    assert "satu berkas, 1 MB" in str(first)
    assert isinstance(second, Path)
    assert [p.name for p in (tmp_path / "isi").iterdir()] == [second.name]


def test_refused_files_count_against_the_whole(tmp_path: Path) -> None:
    """Three files of 1 MB and a byte are refused for themselves; what follows, because all was unpacked that may be."""
    entries = [(f"{n}.csv", b"x" * (2**20 + 1)) for n in range(4)]
    rows = _open(_zip(tmp_path / "a.zip", *entries, ("kecil.csv", b"a,b\n")), tmp_path / "isi", berkas_mb=1, total_mb=3)
    told = [str(what) for _, what in rows]
    assert ["satu berkas, 1 MB" in one for one in told] == [True, True, False, False, False]
    assert all("seluruhnya melebihi batas 3 MB" in one for one in told[2:])


def test_too_many_files_refuse_the_whole_archive(tmp_path: Path) -> None:
    with pytest.raises(DitolakError, match="6"):
        _open(_zip(tmp_path / "a.zip", *((f"{n}.csv", b"a") for n in range(6))), tmp_path / "isi")
    assert not list((tmp_path / "isi").iterdir())


def test_links_in_an_archive_are_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("tautan.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
    ((_, what),) = _open(tmp_path / "a.zip", tmp_path / "isi")
    assert str(what) == "Tautan di dalam arsip tidak diterima."
    assert not list((tmp_path / "isi").iterdir())


def test_a_bomb_is_given_up_at_the_limit(tmp_path: Path) -> None:
    """40 MB out of a few KB: no more of it is unpacked than one file may have, so that the next file still has room in the whole."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.csv", bytes(40 * 2**20))
        archive.writestr("kecil.csv", "a,b\n" * 100_000)
    (bomb, why), (small, path) = _open(tmp_path / "a.zip", tmp_path / "isi")
    assert (bomb, str(why)) == ("bom.csv", "Berkas di dalam arsip melebihi batas satu berkas, 1 MB.")
    assert (small, path) == ("kecil.csv", tmp_path / "isi" / "1.csv")
    assert [one.name for one in (tmp_path / "isi").iterdir()] == ["1.csv"]


def test_a_bomb_by_its_ratio_is_not_even_begun(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.csv", bytes(60 * 2**20))
    with pytest.raises(DitolakError, match=r"dimampatkan \d+ kali"):
        _open(tmp_path / "a.zip", tmp_path / "isi", berkas_mb=100, total_mb=100)
    assert not list((tmp_path / "isi").iterdir())


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\x00b.pdf", "rencana\u202efdp.exe", "CON.pdf", "..", "", "a" * 400 + ".pdf"])
def test_names_are_only_names(name: str) -> None:
    safe = nama_aman(name)
    assert safe not in ("", ".", "..")
    assert not set(safe) & set("/\\\x00\u202e")
    assert len(safe) <= 180
    assert not safe.lower().startswith("con.")


def test_a_program_under_the_name_of_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "renstra.pdf"
    path.write_bytes(b"\x7fELF" + bytes(200))
    with pytest.raises(DitolakError, match=r"bernama \.pdf, tetapi isinya tampaknya program"):
        macam(path)


def test_a_broken_archive_is_refused_in_words(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.csv", "a,b\n" * 100)
    (tmp_path / "a.zip").write_bytes(data.getvalue()[:-30])
    with pytest.raises(DitolakError, match="Arsip tidak dapat dibuka"):
        _open(tmp_path / "a.zip", tmp_path / "isi")


@pytest.mark.django_db
def test_another_host_name_is_no_address_of_ours() -> None:
    assert Client().get("/masuk/", HTTP_HOST="jahat.example").status_code == 400
