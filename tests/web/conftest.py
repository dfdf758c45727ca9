"""A small region with two agencies and a person of each role, and documents made up for the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from doccheck.web.kerja.antrean import ambil
from doccheck.web.kerja.daftar import kerjakan
from doccheck.web.layanan import token
from doccheck.web.models import Akun, Pemda, PerangkatDaerah, Periode, Tugas

SANDI = "Sandi-uji-2026"
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "kota-sembilang"


@pytest.fixture
def daerah(db: None) -> SimpleNamespace:  # noqa: ARG001
    """Kota Sembilang with Dinas Kesehatan and Dinas Perhubungan, a second region, and one account of each role."""
    pemda = Pemda.objects.create(nama="Kota Sembilang")
    lain = Pemda.objects.create(nama="Kabupaten Seberang")
    periode = Periode.objects.create(pemda=pemda, awal=2025, akhir=2029)
    kesehatan = PerangkatDaerah.objects.create(pemda=pemda, nama="Dinas Kesehatan")
    perhubungan = PerangkatDaerah.objects.create(pemda=pemda, nama="Dinas Perhubungan")
    make = Akun.objects.create_user
    return SimpleNamespace(
        pemda=pemda, lain=lain, periode=periode, kesehatan=kesehatan, perhubungan=perhubungan,
        periode_lain=Periode.objects.create(pemda=lain, awal=2025, akhir=2029),
        admin=make("admin", SANDI, nama="Admin", peran="admin"),
        bappeda=make("bappeda", SANDI, nama="Peninjau", peran="bappeda", pemda=pemda),
        bappeda_lain=make("seberang", SANDI, nama="Peninjau Seberang", peran="bappeda", pemda=lain),
        evaluator=make("evaluator", SANDI, nama="Evaluator", peran="evaluator", pemda=pemda),
        dinkes=make("dinkes", SANDI, nama="Perencana Dinkes", peran="pd", pemda=pemda, perangkat_daerah=kesehatan),
        dishub=make("dishub", SANDI, nama="Perencana Dishub", peran="pd", pemda=pemda, perangkat_daerah=perhubungan),
    )  # fmt: skip


Masuk = Callable[[Akun], Client]


@pytest.fixture
def sebagai() -> Masuk:
    """A browser in which the person is logged in."""

    def login(akun: Akun) -> Client:
        client = Client()
        client.force_login(akun)
        return client

    return login


Program = Callable[[Akun], Client]


@pytest.fixture
def program() -> Program:
    """A program with a token of the person."""

    def make(akun: Akun) -> Client:
        _row, secret = token.buat(akun, "e-SAKIP", 30)
        return Client(headers={"Authorization": f"Bearer {secret}"})

    return make


def selesaikan() -> int:
    """Does all waiting tasks in this process; how many."""
    done = 0
    while tugas := ambil("uji"):
        kerjakan(tugas.nama)(**tugas.isi)
        Tugas.objects.filter(pk=tugas.pk).update(keadaan="selesai")
        done += 1
    return done


def contoh(nama: str) -> SimpleUploadedFile:
    """A document of the sample city as an upload."""
    return SimpleUploadedFile(nama, (SAMPLES / nama).read_bytes())


def unggah(client: Client, periode: Periode, *files: SimpleUploadedFile, pd: PerangkatDaerah | None = None) -> int:
    """Uploads files; the id of the upload."""
    response = client.post("/unggah/", {"periode": periode.pk, "pd": pd.pk if pd else "", "berkas": list(files)})
    assert response.status_code == 302, response.content.decode()[:2000]
    return int(response["Location"].rstrip("/").rsplit("/", 1)[1])


def unggah_periksa(client: Client, periode: Periode, *files: SimpleUploadedFile, pd: PerangkatDaerah | None = None) -> int:
    """Uploads files, takes them over, checks; the id of the check."""
    number = unggah(client, periode, *files, pd=pd)
    selesaikan()
    response = client.post(f"/unggahan/{number}/periksa/")
    assert response.status_code == 302
    selesaikan()
    return int(response["Location"].rstrip("/").rsplit("/", 1)[1])
