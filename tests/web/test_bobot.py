"""The weights of the monthly score are the region's own: the running month follows, past months stay."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from doccheck.report.bulanan import BAGIAN
from doccheck.web.layanan import potret
from doccheck.web.models import CatatanAudit, PotretBulanan, Tugas

from .conftest import Masuk, contoh, selesaikan, unggah_periksa

RENSTRA = "Renstra-Dinas-Kesehatan.pdf"


def isian(**bobot: str) -> dict[str, str]:
    return {"nama": "skor Sembilang", **{f"bobot-{one}": bobot.get(one, "0") for one in BAGIAN}}


def test_running_month_follows_past_months_stay(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    client = sebagai(daerah.bappeda)
    unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    now = PotretBulanan.objects.get(perangkat_daerah=daerah.kesehatan)
    past = PotretBulanan.objects.create(perangkat_daerah=daerah.kesehatan, tahun=2026, bulan=1, isi=now.isi)
    page = client.get("/bulanan/bobot/").content.decode()
    assert 'name="bobot-kemajuan" value="35"' in page
    response = client.post("/bulanan/bobot/", isian(temuan="62,5", kelengkapan="37.5"))
    assert response.status_code == 302
    selesaikan()
    now.refresh_from_db()
    past.refresh_from_db()
    assert {one["nama"]: one["bobot"] for one in now.isi["lembar"]["bagian"]} == {"temuan": 62.5, "kelengkapan": 37.5}
    assert len(past.isi["lembar"]["bagian"]) == len(BAGIAN)
    shown = client.get("/bulanan/").content.decode()
    assert "skor Sembilang, bukan nilai AKIP" in shown.replace("Skor", "skor")
    assert 'name="bobot-temuan" value="62,5"' in client.get("/bulanan/bobot/").content.decode()
    assert CatatanAudit.objects.get(apa="bobot").oleh == daerah.bappeda
    unggah_periksa(client, daerah.periode, contoh(RENSTRA))
    assert len(PotretBulanan.objects.get(pk=now.pk).isi["lembar"]["bagian"]) == 2, "later checks keep the weights"


@pytest.mark.parametrize("buruk", [{}, {"temuan": "-1"}, {"temuan": "banyak"}, {"temuan": "1001"}, {"temuan": "nan"}, {"temuan": ""}])
def test_wrong_weights_are_told_and_not_kept(daerah: SimpleNamespace, sebagai: Masuk, buruk: dict[str, str]) -> None:
    response = sebagai(daerah.bappeda).post("/bulanan/bobot/", isian(**buruk))
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    daerah.pemda.refresh_from_db()
    assert (daerah.pemda.bulanan, Tugas.objects.count()) == ({}, 0)


def test_the_weights_are_the_bureaus(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    for who, status in ((daerah.dinkes, 403), (daerah.evaluator, 403), (daerah.bappeda, 200), (daerah.admin, 200)):
        assert sebagai(who).get("/bulanan/bobot/").status_code == status
    sebagai(daerah.bappeda_lain).post("/bulanan/bobot/", {**isian(temuan="1"), "periode": daerah.periode.pk})
    daerah.pemda.refresh_from_db()
    assert daerah.pemda.bulanan == {}
    assert potret.setelan(daerah.pemda).bobot["kemajuan"] == 35
