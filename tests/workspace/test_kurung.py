"""What a reader may do: write in its folder, and nothing else; and what becomes of the programs that it has started."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from doccheck.proses import kurung
from doccheck.proses.batas import Batas
from doccheck.proses.nyawa import ikut_mati
from doccheck.proses.pool import run
from doccheck.readers.doc import sapu
from doccheck.workspace import read_documents

pytestmark = pytest.mark.skipif(not kurung.versi(), reason="this kernel has no Landlock")


def coba(what: Callable[[], object]) -> str:
    try:
        what()
    except OSError as error:
        return type(error).__name__
    return "done"


def tulis(path: Path) -> None:
    path.write_text("x")


def perbuatan(task: tuple[Path, Path, int, int], _alive: object) -> dict[str, str]:
    """Everything that a document which has taken over its reader might try."""
    inside, outside, port, induk = task
    programme = f"open({str(outside / 'anak')!r}, 'w')"
    return {
        "write inside": coba(lambda: tulis(inside / "a")),
        "temporary file": coba(lambda: __import__("tempfile").NamedTemporaryFile(dir=None).close()),
        "folder inside": coba(lambda: (inside / "b").mkdir()),
        "move inside": coba(lambda: (inside / "a").rename(inside / "b" / "a")),
        "read outside": coba(lambda: (outside / "ada").read_text()),
        "throw away": coba(lambda: tulis(Path(os.devnull))),
        "write outside": coba(lambda: tulis(outside / "baru")),
        "change outside": coba(lambda: (outside / "ada").open("r+").close()),
        "truncate outside": coba(lambda: os.truncate(outside / "ada", 0)),
        "remove outside": coba(lambda: (outside / "ada").unlink()),
        "link from outside": coba(lambda: (outside / "tautan").symlink_to("/etc")),
        "move out": coba(lambda: (inside / "b" / "a").rename(outside / "keluar")),
        "child writes outside": str(subprocess.run([sys.executable, "-c", programme], stderr=subprocess.DEVNULL, check=False).returncode),
        "connect": coba(lambda: socket.create_connection(("127.0.0.1", port), 5).close()),
        "signal": coba(lambda: os.kill(induk, 0)),
    }


def test_a_reader_writes_in_its_folder_alone(tmp_path: Path) -> None:
    inside, outside = tmp_path / "ruang", tmp_path / "luar"
    inside.mkdir()
    outside.mkdir()
    (outside / "ada").write_text("utuh")
    with socket.create_server(("127.0.0.1", 0)) as server:
        task = (inside, outside, server.getsockname()[1], os.getpid())
        batas = Batas(detik=60, folder=inside)
        ((_index, told),) = run(perbuatan, [task], 1, lambda _task, why: {"lost": why}, batas, lambda *_args: None)
    good = {name for name, what in told.items() if what == "done"}
    expected = {"write inside", "temporary file", "folder inside", "read outside", "throw away"}
    assert good >= expected, told
    assert told["child writes outside"] == "1"
    refused = {"write outside", "change outside", "remove outside", "link from outside", "move out"}
    refused |= {"truncate outside"} if kurung.versi() >= 3 else set()
    refused |= {"connect"} if kurung.versi() >= 4 else set()
    refused |= {"signal"} if kurung.versi() >= 6 else set()
    assert {name: told[name] for name in refused if name in good} == {}
    assert sorted(one.name for one in outside.iterdir()) == ["ada"]
    assert (outside / "ada").read_text() == "utuh"


def besar(path: Path, _alive: object) -> str:
    with path.open("wb") as stream:
        return coba(lambda: stream.truncate(kurung.MAKS_BERKAS + 1))


def test_a_reader_fills_no_disk_with_one_file(tmp_path: Path) -> None:
    ((_index, told),) = run(besar, [tmp_path / "besar"], 1, lambda _task, why: why, Batas(folder=tmp_path), lambda *_args: None)
    assert told == "OSError"
    assert (tmp_path / "besar").stat().st_size == 0


WAITS = "import subprocess, sys; sys.path.insert(0, {root!r}); from doccheck.proses.nyawa import ikut_mati; "
WAITS += "subprocess.run(['sh', '-c', 'echo $$; exec sleep 300'], preexec_fn=ikut_mati())"


def test_a_program_dies_with_the_reader_that_waits_for_it() -> None:
    """soffice and tesseract are started in this way: SIGKILL to the reader leaves none behind."""
    assert ikut_mati() is not None
    root = str(Path(__file__).resolve().parents[2])
    reader = subprocess.Popen([sys.executable, "-c", WAITS.format(root=root)], stdout=subprocess.PIPE, text=True)
    assert reader.stdout
    child = int(reader.stdout.readline())
    reader.kill()
    reader.wait(10)

    def alive() -> bool:
        try:
            return Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    end = time.monotonic() + 10
    while alive() and time.monotonic() < end:
        time.sleep(0.01)
    left = alive()
    if left:
        os.kill(child, signal.SIGKILL)
    assert not left


def test_both_programs_are_started_so() -> None:
    """No other way of starting a program has come in by the readers."""
    readers = Path(kurung.__file__).parent / "readers"
    for path in readers.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for call in text.split("subprocess.run(")[1:]:
            if "--list-langs" not in call[:80]:
                assert "preexec_fn=ikut_mati()" in call[:260], path
        assert "Popen" not in text


def test_office_works_inside_and_leaves_no_socket(tmp_path: Path) -> None:
    """A legacy Word file is read by LibreOffice in a process that writes in its folder alone."""
    office = shutil.which("soffice")
    if office is None or "DOCCHECK_TANPA_OFFICE" in os.environ:
        pytest.skip("DOCCHECK_TANPA_OFFICE")
    source = Path(__file__).parents[2] / "samples/kota-sembilang/PK-2026-Kepala-Dinas-Kesehatan.docx"
    profile = (tmp_path / "profil").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    room = tmp_path / "ruang"
    room.mkdir()
    documents, notes = read_documents([tmp_path / f"{source.stem}.doc"], jobs=1, batas=Batas(200, folder=room))
    assert [one.jenis for one in documents] == ["pk"], notes
    assert not list(room.iterdir()), "temporary files are gone"
    sapu()
    assert not list(Path("/tmp").glob(f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_*"))
