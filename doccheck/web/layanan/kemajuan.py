"""How far reading has come, written into rows that pages and API show: seldom enough to cost nothing."""

from __future__ import annotations

import time

from doccheck.workspace import Langkah

from ..models import BerkasUnggahan, IsiPemeriksaan, Pemeriksaan

JEDA = 0.5
"""Seconds between two writings."""


class _Jarang:
    """Whether it is time to write again."""

    def __init__(self) -> None:
        self._akhir = float("-inf")

    def boleh(self, selalu: bool) -> bool:
        now = time.monotonic()
        if now - self._akhir < JEDA and not selalu:
            return False
        self._akhir = now
        return True


class KemajuanBerkas:
    """Of one file that is being recognised."""

    def __init__(self, pk: int) -> None:
        self._pk, self._jarang = pk, _Jarang()

    def __call__(self, langkah: Langkah) -> None:
        if langkah.ocr_total and self._jarang.boleh(langkah.ocr == langkah.ocr_total):
            BerkasUnggahan.objects.filter(pk=self._pk).update(ocr=langkah.ocr, ocr_total=langkah.ocr_total)


class KemajuanPeriksa:
    """Of a check: the counts, the document that is being read, and which ones have been."""

    def __init__(self, pk: int) -> None:
        self._pk, self._jarang = pk, _Jarang()
        self._selesai: list[str] = []

    def __call__(self, langkah: Langkah) -> None:
        if langkah.berkas and not langkah.ocr_total:
            self._selesai.append(langkah.berkas)
        done = langkah.dibaca == langkah.total
        if not self._jarang.boleh(done):
            return
        IsiPemeriksaan.objects.filter(pemeriksaan=self._pk, nama__in=self._selesai).update(dibaca=True)
        self._selesai.clear()
        Pemeriksaan.objects.filter(pk=self._pk).update(
            dibaca=langkah.dibaca, total=langkah.total, kini=langkah.berkas[:300], keadaan="memeriksa" if done else "membaca",
            ocr=langkah.ocr, ocr_total=langkah.ocr_total,
        )  # fmt: skip
