"""Contoh penghubung e-SAKIP ke doccheck: kirim dokumen, tunggu pemeriksaan, ambil temuan. Hanya memerlukan pustaka `requests`.

usage: DOCCHECK_URL=https://sakip.contoh.go.id DOCCHECK_TOKEN=dc_... python contoh_esakip.py BERKAS...

Mencetak satu baris JSON tiap temuan: bentuknya sama dengan `doccheck check --format json`, ditambah keadaan triase.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import requests

API = os.environ["DOCCHECK_URL"].rstrip("/") + "/api/v1"
SESI = requests.Session()
SESI.headers["Authorization"] = f"Bearer {os.environ['DOCCHECK_TOKEN']}"


def minta(metode: str, jalur: str, **isi: Any) -> Any:
    """Jawaban JSON. Bila terlalu sering (429), menunggu selama yang diminta server; galat lain dihentikan dengan kalimatnya."""
    while True:
        jawaban = SESI.request(metode, API + jalur, timeout=300, **isi)
        if jawaban.status_code != 429:
            break
        time.sleep(int(jawaban.headers.get("Retry-After", "60")))
    if jawaban.status_code >= 400:
        galat = jawaban.json()
        raise SystemExit(f"{jalur}: {galat['title']}. {galat['detail']} {galat.get('errors', '')}")
    return jawaban.json()


def kirim(berkas: list[str]) -> Any:
    """Mengirim semua berkas dalam satu unggahan, untuk periode terbaru. Aman diulang: isi yang sama menghasilkan unggahan yang sama."""
    periode = minta("GET", "/daerah")[0]["periode"][0]["id"]
    with ExitStack() as terbuka:
        isi = [("berkas", (Path(nama).name, terbuka.enter_context(Path(nama).open("rb")))) for nama in berkas]
        return minta("POST", "/unggahan", data={"periode": periode, "otomatis": "true"}, files=isi)


def tunggu(jalur: str, selesai: tuple[str, ...]) -> Any:
    while True:
        keadaan = minta("GET", jalur)
        if keadaan["keadaan"] in selesai:
            return keadaan
        time.sleep(2)


def semua_temuan(pemeriksaan: int) -> Any:
    halaman = 1
    while True:
        bagian = minta("GET", f"/pemeriksaan/{pemeriksaan}/temuan", params={"halaman": halaman, "per_halaman": 200})
        yield from bagian["isi"]
        if halaman * bagian["per_halaman"] >= bagian["jumlah"]:
            return
        halaman += 1


def main(berkas: list[str]) -> int:
    unggahan = kirim(berkas)
    unggahan = tunggu(f"/unggahan/{unggahan['id']}", ("menunggu", "selesai"))
    for satu in unggahan["berkas"]:
        if satu["keadaan"] == "ditolak" or satu["perlu_dilihat"]:
            print(f"{satu['nama']}: {satu['keadaan']}, {satu['jenis']}. {satu['pesan']}", file=sys.stderr)
    if unggahan["keadaan"] == "menunggu":
        print(f"Perlu dilihat orang: {API.removesuffix('/api/v1')}/unggahan/{unggahan['id']}/", file=sys.stderr)
        return 3
    pemeriksaan = tunggu(f"/pemeriksaan/{unggahan['pemeriksaan']}", ("selesai", "gagal"))
    if pemeriksaan["keadaan"] == "gagal":
        print(pemeriksaan["pesan"], file=sys.stderr)
        return 4
    for temuan in semua_temuan(pemeriksaan["id"]):
        print(json.dumps({**temuan["temuan"], "id": temuan["id"], "triase": temuan["triase"]}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
