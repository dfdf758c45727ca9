"""Monthly sheets, kept: task "potret" takes an agency's sheet of the running month after each check. Months that are over are never taken
again, so that they stay as they were."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from doccheck.bahasa import _
from doccheck.config import BulananConfig, Config
from doccheck.match.pd import sama_pd
from doccheck.report.bulanan import BAGIAN, LembarBulan, LembarPerangkat, susun
from doccheck.report.bulanan.tampil import Tren

from ..kerja import antrean
from ..models import Akun, Pemda, Pemeriksaan, PerangkatDaerah, PotretBulanan
from . import laporan

log = logging.getLogger("doccheck.potret")


class Potret(msgspec.Struct, frozen=True):
    """What a row holds. nama: what the score is called · pemeriksaan: the check it was taken from."""

    nama: str
    pemeriksaan: int
    lembar: LembarPerangkat


def bulan_ini() -> str:
    return f"{timezone.localdate():%Y-%m}"


def kerjakan(periksa_id: int) -> None:
    row = Pemeriksaan.objects.select_related("periode__pemda", "perangkat_daerah").get(pk=periksa_id)
    ambil(row, bulan_ini())


def menyerah(pesan: str, periksa_id: int) -> None:
    log.error("potret %s: %s", periksa_id, pesan)


def ambil(row: Pemeriksaan, bulan: str, oleh: Akun | None = None) -> int:
    """Keeps the sheets of a month as the check shows them; how many. The running month's replace the earlier ones, those of another month
    are kept only where there is none yet. An agency out of use gets none any more: what it has stays as it was taken."""
    report = laporan.muat(row)
    if report is None:
        return 0
    active = PerangkatDaerah.objects.filter(pemda=row.periode.pemda, aktif=True)
    agencies = list(active.filter(pk=row.perangkat_daerah_id) if row.perangkat_daerah_id else active)
    kept = 0
    pemda = row.periode.pemda
    for sheet in susun(report, bulan, Config(pemda=pemda.nama, bulanan=setelan(pemda))):
        for one in sheet.perangkat:
            agency = next((pd for pd in agencies if sama_pd(pd.nama, one.pd)), None)
            if agency is not None:
                kept += _simpan(agency, bulan, Potret(sheet.nama, row.pk, one), oleh)
    return kept


def setelan(pemda: Pemda) -> BulananConfig:
    """How the region weighs its monthly score."""
    return msgspec.convert(pemda.bulanan, BulananConfig)


def setel(pemda: Pemda, bobot: Mapping[str, float], nama: str) -> None:
    """Keeps weights and the score's name, and has the running month's sheets taken again; past months stay. Raises ValueError with words
    for the person."""
    if set(bobot) != set(BAGIAN) or not all(0 <= one <= 1000 for one in bobot.values()):
        raise ValueError(_("Setiap bobot harus berupa bilangan 0 sampai 1000."))
    if not any(bobot.values()):
        raise ValueError(_("Sedikitnya satu bobot harus lebih dari 0."))
    pemda.bulanan = {**pemda.bulanan, "bobot": dict(bobot), "nama": nama.strip()[:80]}
    with transaction.atomic():
        pemda.save(update_fields=("bulanan",))
        newest: dict[tuple[int, int | None], int] = {}
        for one in Pemeriksaan.objects.filter(periode__pemda=pemda, keadaan="selesai").exclude(berkas_laporan="").order_by("pk"):
            newest[one.periode_id, one.perangkat_daerah_id] = one.pk
        for pk in sorted(newest.values()):
            antrean.tambah("potret", ringan=True, periksa_id=pk)


def _simpan(pd: PerangkatDaerah, bulan: str, potret: Potret, oleh: Akun | None) -> bool:
    key = {"perangkat_daerah": pd, "tahun": int(bulan[:4]), "bulan": int(bulan[5:])}
    values = {"isi": msgspec.to_builtins(potret), "oleh": oleh}
    known = PotretBulanan.objects.filter(**key).first()
    if known is None:
        PotretBulanan.objects.create(**key, **values)
        return True
    if bulan != bulan_ini() or known.isi.get("pemeriksaan", 0) > potret.pemeriksaan:
        return False
    PotretBulanan.objects.filter(pk=known.pk).update(**values, dibuat=timezone.now())
    return True


def isi(row: PotretBulanan) -> Potret:
    return msgspec.convert(row.isi, Potret)


def lembar(pemda: Pemda, bulan: str, rows: Iterable[PotretBulanan]) -> LembarBulan:
    """The month of a region from the rows that a person may see (of one month)."""
    taken = [(row, isi(row)) for row in rows]
    agencies = [msgspec.structs.replace(potret.lembar, pd=row.perangkat_daerah.nama) for row, potret in taken]
    day = max((timezone.localtime(row.dibuat).date().isoformat() for row, _potret in taken), default=None)
    name = taken[-1][1].nama if taken else _("skor internal, bukan nilai AKIP")
    return LembarBulan(pemda=pemda.nama, bulan=bulan, nama=name, perangkat=tuple(agencies), dibuat=day)


def bulan_pemda(pemda: Pemda, bulan: str, rows: QuerySet[PotretBulanan]) -> tuple[LembarBulan, Tren]:
    """Sheets of a month and the scores of the months before, from the rows that a person may see."""
    kept = rows.filter(perangkat_daerah__pemda=pemda).select_related("perangkat_daerah").order_by("perangkat_daerah__nama")
    sheet = lembar(pemda, bulan, kept.filter(tahun=int(bulan[:4]), bulan=int(bulan[5:])))
    return sheet, tren(pemda, bulan, kept)


def tren(pemda: Pemda, bulan: str, rows: Iterable[PotretBulanan], banyak: int = 12) -> Tren:
    """Scores of the months before, by agency."""
    found: dict[tuple[str | None, str], dict[str, float | None]] = {}
    for row in sorted(rows, key=lambda one: (one.tahun, one.bulan)):
        month = f"{row.tahun}-{row.bulan:02}"
        if month < bulan:
            found.setdefault((pemda.nama, row.perangkat_daerah.nama), {})[month] = isi(row).lembar.skor
    return {key: dict(list(months.items())[-banyak:]) for key, months in found.items()}
