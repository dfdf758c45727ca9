"""The way of a program: send, see what was recognised, correct, check, fetch findings, decide, download."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from operator import itemgetter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook
from PIL import Image

from doccheck.report.kontrak_temuan import FindingJson
from doccheck.web.api.kontrak import skema
from doccheck.web.layanan import gambar, gudang
from doccheck.web.models import Berkas, BerkasUnggahan, CatatanAudit, Dokumen, Temuan, Triase, Unggahan, Versi

from .conftest import SAMPLES, Program, contoh, selesaikan

RPJMD, RENSTRA, PK = "RPJMD-2025-2029.pdf", "Renstra-Dinas-Kesehatan.pdf", "PK-2026-Kepala-Dinas-Kesehatan.docx"
JSON = "application/json"
_SIDIK = itemgetter("sidik")


def kirim(client: Client, daerah: SimpleNamespace, *names: str, **more: Any) -> Any:
    response = client.post("/api/v1/unggahan", {"periode": daerah.periode.pk, "berkas": [contoh(name) for name in names], **more})
    assert response.status_code in (200, 201), response.content
    return response


def periksa(client: Client, daerah: SimpleNamespace, *names: str) -> int:
    """Sends, takes over, checks; the id of the check."""
    number = kirim(client, daerah, *names).json()["id"]
    selesaikan()
    response = client.post(f"/api/v1/unggahan/{number}/periksa")
    assert response.status_code == 202, response.content
    selesaikan()
    return int(response.json()["id"])


def semua_temuan(client: Client, check: int, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number in range(1, 100):
        page = client.get(f"/api/v1/pemeriksaan/{check}/temuan", {"halaman": number, "per_halaman": 7, **query}).json()
        found += page["isi"]
        if len(found) >= page["jumlah"]:
            return found
    raise AssertionError("pages never end")


def lewat_cli(folder: Path) -> dict[str, Any]:
    (folder / "doccheck.toml").write_text('pemda = "Kota Sembilang"\n', encoding="utf-8")
    command = [sys.executable, "-m", "doccheck", "check", str(folder), "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode in (0, 1), result.stderr
    made: dict[str, Any] = json.loads(result.stdout)
    return made


def test_findings_are_those_of_the_command_line(daerah: SimpleNamespace, program: Program, tmp_path: Path) -> None:
    """The same documents, laid out as the region's check lays them out, give the same JSON; supplementary ones stand in the whole report
    alone; an agency's check says of it what is the agency's."""
    client = program(daerah.bappeda)
    check = periksa(client, daerah, RPJMD, RENSTRA, PK)
    (tmp_path / "Dinas Kesehatan").mkdir()
    for name, folder in ((RPJMD, tmp_path), (RENSTRA, tmp_path / "Dinas Kesehatan"), (PK, tmp_path / "Dinas Kesehatan")):
        (folder / name).write_bytes((SAMPLES / name).read_bytes())
    wanted = lewat_cli(tmp_path)
    found = semua_temuan(client, check)
    shown = [one for one in wanted["findings"] if not one["pelengkap"]]
    assert len(shown) >= 10
    assert [one["temuan"] for one in found] == shown
    assert set(found[0]["temuan"]) == set(skema(FindingJson)["properties"])
    whole = client.get(f"/api/v1/pemeriksaan/{check}/hasil").json()
    assert sorted(whole["findings"], key=_SIDIK) == sorted(wanted["findings"], key=_SIDIK)
    for part in ("dokumen", "catatan", "tidak_dinilai"):
        assert whole[part] == wanted[part], part
    agency = program(daerah.dinkes)
    own = agency.get("/api/v1/pemeriksaan").json()["isi"][0]["id"]
    said = [one["temuan"] for one in semua_temuan(agency, own)]
    assert said
    assert said == [one for one in shown if any(each["dokumen"] != RPJMD for each in one["bukti"])]


def test_progress_and_counts(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    number = kirim(client, daerah, RENSTRA, PK).json()["id"]
    state = client.get(f"/api/v1/unggahan/{number}").json()
    assert (state["keadaan"], [one["keadaan"] for one in state["berkas"]]) == ("mengenali", ["antre", "antre"])
    early = client.post(f"/api/v1/unggahan/{number}/periksa")
    assert (early.status_code, early["Content-Type"]) == (409, "application/problem+json")
    selesaikan()
    check = client.post(f"/api/v1/unggahan/{number}/periksa").json()
    assert (check["keadaan"], check["temuan"]) == ("antre", None)
    assert client.get(f"/api/v1/pemeriksaan/{check['id']}/temuan").status_code == 409
    selesaikan()
    done = client.get(f"/api/v1/pemeriksaan/{check['id']}").json()
    assert done["keadaan"] == "selesai"
    assert (done["kemajuan"]["dibaca"], done["kemajuan"]["total"], done["kemajuan"]["ocr"]) == (2, 2, None)
    assert [(one["nama"], one["versi"], one["dibaca"]) for one in done["dokumen"]] == [
        (f"Dinas Kesehatan/{PK}", 1, True), (f"Dinas Kesehatan/{RENSTRA}", 1, True),
    ]  # fmt: skip
    assert sum(done["temuan"].values()) + done["perlu_telaah"] == len(semua_temuan(client, check["id"]))
    assert client.post(f"/api/v1/unggahan/{number}/periksa").json()["id"] == check["id"], "asking again changes nothing"
    assert Dokumen.objects.count() == 2


def test_recognition_is_seen_and_corrected(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.bappeda)
    number = kirim(client, daerah, RENSTRA, PK).json()["id"]
    selesaikan()
    state = client.get(f"/api/v1/unggahan/{number}").json()
    assert state["keadaan"] == "menunggu"
    rows = {one["nama"]: one for one in state["berkas"]}
    assert (rows[PK]["jenis"], rows[PK]["tahun"], rows[PK]["perangkat_daerah"]["nama"]) == ("pk", 2026, "Dinas Kesehatan")
    assert rows[RENSTRA]["keyakinan"] > 0.5
    assert not rows[PK]["perlu_dilihat"]
    address = f"/api/v1/unggahan/{number}/berkas/{rows[PK]['id']}"
    changed = client.patch(address, {"jenis": "rencana_aksi", "perangkat_daerah": None}, content_type=JSON).json()
    assert (changed["jenis"], changed["perangkat_daerah"], changed["tahun"]) == ("rencana_aksi", None, 2026)
    changed = client.patch(address, {"tahun": None, "perangkat_daerah": daerah.perhubungan.pk}, content_type=JSON).json()
    assert (changed["jenis"], changed["perangkat_daerah"]["id"], changed["tahun"]) == ("rencana_aksi", daerah.perhubungan.pk, None)
    assert client.patch(address, {"jenis": "surat"}, content_type=JSON).status_code == 422
    assert client.delete(f"/api/v1/unggahan/{number}/berkas/{rows[RENSTRA]['id']}").status_code == 204
    check = client.post(f"/api/v1/unggahan/{number}/periksa").json()
    assert check["perangkat_daerah"] is None
    document = Dokumen.objects.get()
    assert (document.jenis, document.perangkat_daerah) == ("rencana_aksi", daerah.perhubungan)
    assert client.patch(address, {"jenis": "pk"}, content_type=JSON).status_code == 409
    assert client.delete(address).status_code == 409


def test_sending_again_changes_nothing(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    first = kirim(client, daerah, RENSTRA, PK)
    again = kirim(client, daerah, PK, RENSTRA)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["id"] == first.json()["id"]
    selesaikan()
    client.post(f"/api/v1/unggahan/{first.json()['id']}/periksa")
    assert kirim(client, daerah, RENSTRA, PK).json()["id"] == first.json()["id"], "what became of it is in force"
    assert kirim(program(daerah.bappeda), daerah, RENSTRA, PK).status_code == 201, "of another account"
    assert kirim(client, daerah, RENSTRA).status_code == 201, "other files"
    assert Berkas.objects.count() == 2
    document = Dokumen.objects.get(jenis="pk")
    document.versi.create(nomor=2, berkas=Berkas.objects.exclude(pk=document.kini.berkas_id)[0], nama_asli="lain.pdf", oleh=daerah.dinkes)
    assert kirim(client, daerah, RENSTRA, PK).status_code == 201, "an older content may become a version again"


def test_what_was_left_out_may_be_sent_again(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    first = kirim(client, daerah, RENSTRA, PK).json()
    client.delete(f"/api/v1/unggahan/{first['id']}/berkas/{first['berkas'][0]['id']}")
    assert kirim(client, daerah, RENSTRA, PK).json()["id"] != first["id"]


def test_by_itself(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    number = kirim(client, daerah, RENSTRA, PK, otomatis="true").json()["id"]
    selesaikan()
    state = client.get(f"/api/v1/unggahan/{number}").json()
    assert (state["keadaan"], state["otomatis"]) == ("selesai", True)
    assert client.get(f"/api/v1/pemeriksaan/{state['pemeriksaan']}").json()["keadaan"] == "selesai"
    assert {one["keadaan"] for one in state["berkas"]} == {"masuk"}
    assert {one.oleh for one in CatatanAudit.objects.filter(apa="versi")} == {daerah.dinkes}


def test_not_by_itself_where_a_person_is_needed(daerah: SimpleNamespace, program: Program) -> None:
    """The agency named on the cover is another one than the token's: nothing is stored before somebody has looked."""
    client = program(daerah.dishub)
    number = kirim(client, daerah, RENSTRA, otomatis="true").json()["id"]
    selesaikan()
    state = client.get(f"/api/v1/unggahan/{number}").json()
    assert (state["keadaan"], state["pemeriksaan"]) == ("menunggu", None)
    (row,) = state["berkas"]
    assert row["perlu_dilihat"]
    assert row["pesan"] == "Dokumen ini menyebut Dinas Kesehatan."
    assert not Dokumen.objects.exists()
    assert client.post(f"/api/v1/unggahan/{number}/periksa").status_code == 202
    assert Dokumen.objects.get().perangkat_daerah == daerah.perhubungan


def test_a_worker_that_died_before_going_on(daerah: SimpleNamespace, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """The task is done twice; the second run goes on where the first stopped."""
    from doccheck.web.layanan import pengajuan, pengenalan

    number = kirim(program(daerah.dinkes), daerah, RENSTRA, otomatis="true").json()["id"]
    with monkeypatch.context() as patched:
        patched.setattr(pengajuan, "lanjutkan", lambda _id: None)
        selesaikan()
    assert not Unggahan.objects.get(pk=number).selesai
    pengenalan.kerjakan(BerkasUnggahan.objects.get().pk)
    assert Unggahan.objects.get(pk=number).selesai


def _kata(one: dict[str, Any]) -> str:
    """The words of a finding in which a person searches."""
    finding = one["temuan"]
    parts = [finding["aturan"], finding["kondisi"], finding["rekomendasi"], *(each["kutipan"] for each in finding["bukti"])]
    return " ".join(parts).casefold()


def test_filters(daerah: SimpleNamespace, program: Program) -> None:
    """Each leaves exactly what it names, in the same order, and there is something that it leaves and something that it takes out."""
    client = program(daerah.bappeda)
    check = periksa(client, daerah, RPJMD, RENSTRA, PK)
    doubtful = Temuan.objects.filter(lingkup=None)[1]
    doubtful.telaah, doubtful.isi["telaah"] = True, True
    doubtful.save()
    rejected = semua_temuan(client, check)[2]["id"]
    body = {"putusan": "ditolak", "alasan": "Sudah benar."}
    assert client.post(f"/api/v1/temuan/{rejected}/putusan", body, content_type=JSON).status_code == 200
    found = semua_temuan(client, check)
    for query, holds in (
        ({"keparahan": "kritis"}, lambda one: one["temuan"]["keparahan"] == "kritis" and not one["temuan"]["telaah"]),
        ({"keparahan": "telaah"}, lambda one: one["temuan"]["telaah"]),
        ({"perangkat_daerah": daerah.kesehatan.pk}, lambda one: (one["perangkat_daerah"] or {}).get("id") == daerah.kesehatan.pk),
        ({"perangkat_daerah": 0}, lambda one: one["perangkat_daerah"] is None),
        ({"aturan": "TGT-01"}, lambda one: one["temuan"]["aturan"] == "TGT-01"),
        ({"masalah": 3}, lambda one: 3 in one["temuan"]["masalah"]),
        ({"putusan": "terbuka"}, lambda one: one["id"] != rejected),
        ({"putusan": "ditolak"}, lambda one: one["id"] == rejected),
        ({"cari": "GIZI"}, lambda one: "gizi" in _kata(one)),
        ({"cari": "gizi", "masalah": 3}, lambda one: "gizi" in _kata(one) and 3 in one["temuan"]["masalah"]),
    ):
        want = [one["id"] for one in found if holds(one)]
        assert 0 < len(want) < len(found), (query, len(want))
        assert [one["id"] for one in semua_temuan(client, check, **query)] == want, query
    assert semua_temuan(client, check, cari="tidak-ada-di-mana-pun") == []


def test_decisions_stand_in_the_contract(daerah: SimpleNamespace, program: Program) -> None:
    reviewer, agency = program(daerah.bappeda), program(daerah.dinkes)
    check = periksa(agency, daerah, RENSTRA, PK)
    one = semua_temuan(agency, check)[0]
    body = {"putusan": "diterima", "alasan": "Benar.", "rekomendasi": "Samakan target."}
    answer = reviewer.post(f"/api/v1/temuan/{one['id']}/putusan", body, content_type=JSON)
    assert answer.status_code == 200, answer.content
    agency.post(f"/api/v1/temuan/{one['id']}/komentar", {"teks": "Akan diperbaiki."}, content_type=JSON)
    seen = agency.get(f"/api/v1/temuan/{one['id']}").json()
    assert (seen["triase"]["putusan"], seen["triase"]["oleh"]) == ("diterima", "Peninjau")
    assert seen["temuan"]["keputusan"]["putusan"] == "diterima"
    assert seen["temuan"]["rekomendasi"] == "Samakan target."
    assert seen["temuan"]["keputusan"]["rekomendasi"] == one["temuan"]["rekomendasi"]
    assert [each["teks"] for each in seen["komentar"]] == ["Akan diperbaiki."]
    reviewer.post(f"/api/v1/temuan/{one['id']}/putusan", {"putusan": "ditolak", "alasan": "Sudah benar."}, content_type=JSON)
    assert [each["putusan"] for each in agency.get(f"/api/v1/temuan/{one['id']}").json()["riwayat"]] == ["diterima", "ditolak"]
    whole = agency.get(f"/api/v1/pemeriksaan/{check}/hasil").json()
    assert [each["finding"]["sidik"] for each in whole["diabaikan"]] == [one["temuan"]["sidik"]]
    assert Triase.objects.count() == 2
    kinds = list(CatatanAudit.objects.filter(rincian__contains="(API: e-SAKIP)").values_list("apa", flat=True))
    assert {"unggah", "versi", "putusan", "komentar", "lihat_temuan", "lihat_periksa"} <= set(kinds)


def test_picture_of_evidence(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    check = periksa(client, daerah, RENSTRA)
    one = next(row for row in Temuan.objects.filter(terakhir=check) if row.isi["bukti"][0]["halaman"] and row.isi["bukti"][0]["kotak"])
    address = client.get(f"/api/v1/temuan/{one.pk}").json()["gambar"][0]
    drawn = gambar.nama(Versi.objects.get().berkas, one.isi["bukti"][0]["halaman"])
    gudang.hapus(drawn)  # the store outlives a test
    waiting = client.get(address)
    assert (waiting.status_code, waiting["Retry-After"]) == (202, "1")
    selesaikan()
    response = client.get(address)
    assert response["Content-Type"] == "image/png"
    picture = Image.open(io.BytesIO(response.content)).convert("RGB")
    x0, y0, _x1, _y1 = (edge * gambar.SKALA for edge in one.isi["bukti"][0]["kotak_nilai"] or one.isi["bukti"][0]["kotak"])
    around = picture.crop((int(x0) - 6, int(y0) - 6, int(x0) + 6, int(y0) + 6))
    assert (194, 24, 91) in {color for _count, color in around.getcolors() or ()}, "the frame stands where the cell is"
    assert client.get(address.replace("/0.png", "/99.png")).status_code == 404
    gudang.hapus(drawn)


@pytest.mark.parametrize("bentuk", ["html", "kke"])
def test_reports(daerah: SimpleNamespace, program: Program, bentuk: str) -> None:
    client = program(daerah.dinkes)
    check = periksa(client, daerah, RENSTRA)
    made = client.post(f"/api/v1/pemeriksaan/{check}/unduhan", {"bentuk": bentuk}, content_type=JSON).json()
    assert (made["keadaan"], made["berkas"]) == ("antre", None)
    assert client.get(f"/api/v1/unduhan/{made['id']}/berkas").status_code == 409
    selesaikan()
    ready = client.get(f"/api/v1/unduhan/{made['id']}").json()
    response = client.get(ready["berkas"])
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert response["Content-Disposition"].startswith("attachment")
    assert content.startswith(b"<!doctype html>" if bentuk == "html" else b"PK")


def test_documents_and_originals(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    periksa(client, daerah, RENSTRA, PK)
    listed = client.get("/api/v1/dokumen", {"jenis": "pk"}).json()
    assert listed["jumlah"] == 1
    one = client.get(f"/api/v1/dokumen/{listed['isi'][0]['id']}").json()
    assert (one["tahun"], [each["nomor"] for each in one["versi"]], one["kini"]["nama"]) == (2026, [1], PK)
    response = client.get(f"/api/v1/versi/{one['kini']['id']}/asli")
    assert b"".join(response.streaming_content) == (SAMPLES / PK).read_bytes()  # type: ignore[attr-defined]
    assert "attachment" in response["Content-Disposition"]


def test_monthly_sheets(daerah: SimpleNamespace, program: Program) -> None:
    client = program(daerah.dinkes)
    periksa(client, daerah, RENSTRA, PK)
    made = client.get("/api/v1/bulanan", {"periode": daerah.periode.pk}).json()
    assert [one["pd"] for one in made["lembar"][0]["perangkat"]] == ["Dinas Kesehatan"]
    assert program(daerah.dishub).get("/api/v1/bulanan", {"periode": daerah.periode.pk}).json()["lembar"][0]["perangkat"] == []
    assert client.get("/api/v1/bulanan", {"periode": daerah.periode.pk, "bulan": "2099-01"}).status_code == 422
    book = client.get("/api/v1/bulanan.xlsx", {"periode": daerah.periode.pk})
    assert any("Dinas Kesehatan" in str(cell.value) for sheet in load_workbook(io.BytesIO(book.content)) for row in sheet for cell in row)
