"""The monthly page: each agency's sheet of a month as it was kept, its trend, and who has not uploaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from doccheck.bahasa import _
from doccheck.report.bulanan import BAGIAN, JUDUL, LembarBulan
from doccheck.report.bulanan.html import garis
from doccheck.report.bulanan.tampil import Tren, angka, nama_bulan, pecahan, selisih
from doccheck.report.bulanan.xlsx import buku

from ..akses import Akses
from ..kirim import XLSX, isi
from ..layanan import potret
from ..models import PerangkatDaerah, Periode
from ..permintaan import akses, akun, catat
from .dasbor import pilih_periode
from .tampil import halaman, kabar, keluhan

_BULAN = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Isi:
    periode: Periode
    bulan: str
    lembar: LembarBulan
    tren: Tren


def _bulan(text: str | None) -> str:
    return text if text and _BULAN.fullmatch(text) and text <= potret.bulan_ini() else potret.bulan_ini()


def _isi(request: HttpRequest) -> Isi | None:
    may = akses(request)
    periode = pilih_periode(request, may)
    if periode is None:
        return None
    month = _bulan(request.GET.get("bulan"))
    return Isi(periode, month, *potret.bulan_pemda(periode.pemda, month, may.potret))


@require_safe
def bulanan(request: HttpRequest) -> HttpResponse:
    made = _isi(request)
    if made is None:
        return redirect("beranda")
    may = akses(request)
    shown = {one.pd for one in made.lembar.perangkat}
    everyone = may.perangkat_daerah.filter(pemda=made.periode.pemda)
    agencies = everyone.filter(aktif=True)
    kept = may.potret.filter(perangkat_daerah__pemda=made.periode.pemda)
    months = {f"{year}-{month:02}" for year, month in kept.values_list("tahun", "bulan")}
    catat(request, "lihat_bulanan", made.bulan, pemda=made.periode.pemda)
    return halaman(
        request,
        "bulanan.html.j2",
        isi=made,
        lembar=made.lembar,
        tren=made.tren,
        daftar_bulan=sorted(months | {potret.bulan_ini(), made.bulan}, reverse=True),
        bulan_ini=potret.bulan_ini(),
        daftar_periode=may.periode,
        tanpa_lembar=[one for one in agencies if one.nama not in shown],
        nonaktif=set(everyone.filter(aktif=False).values_list("nama", flat=True)),
        unggahan=_unggahan(may, agencies, made),
        per_nama={one.pd: {part.nama: part for part in one.bagian} for one in made.lembar.perangkat},
        BAGIAN=BAGIAN, JUDUL=JUDUL, angka=angka, pecahan=pecahan, selisih=selisih, nama_bulan=nama_bulan, garis=garis,
    )  # fmt: skip


def _unggahan(may: Akses, agencies: QuerySet[PerangkatDaerah], made: Isi) -> list[tuple[PerangkatDaerah, bool, datetime | None]]:
    """Each agency: whether it has uploaded in the month, and when last."""
    versions = may.versi.filter(dokumen__periode=made.periode)
    last = dict(versions.values_list("dokumen__perangkat_daerah").annotate(Max("kapan")).order_by())
    year, month = int(made.bulan[:4]), int(made.bulan[5:])
    active = set(versions.filter(kapan__year=year, kapan__month=month).values_list("dokumen__perangkat_daerah", flat=True))
    return [(one, one.pk in active, last.get(one.pk)) for one in agencies]


@require_safe
def xlsx(request: HttpRequest) -> HttpResponse:
    made = _isi(request)
    if made is None or not made.lembar.perangkat:
        return redirect("bulanan")
    catat(request, "unduh", f"bulanan {made.bulan}", pemda=made.periode.pemda)
    return isi(buku([made.lembar], made.tren), f"bulanan-{made.bulan}.xlsx", XLSX)


@require_POST
def simpan(request: HttpRequest) -> HttpResponse:
    """Keeps a month that has no sheets yet, from the newest check of the region; a month that has some stays as it is."""
    may = akses(request)
    if not may.boleh_memutuskan:
        raise PermissionDenied
    periode, month = pilih_periode(request, may), _bulan(request.POST.get("bulan"))
    row = may.pemeriksaan.filter(periode=periode, perangkat_daerah=None, keadaan="selesai").first() if periode else None
    kept = potret.ambil(row, month, akun(request)) if row else 0
    if periode and row and kept:
        catat(request, "potret", f"{month} {kept}", pemda=periode.pemda)
        kabar(request, _("Lembar {n} perangkat daerah disimpan.").format(n=kept))
    else:
        keluhan(request, _("Tidak ada lembar baru yang dapat disimpan untuk bulan ini."))
    return redirect(f"{reverse('bulanan')}?bulan={month}" + (f"&periode={periode.pk}" if periode else ""))
