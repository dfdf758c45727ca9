"""Dashboards: the region's agencies side by side, and one agency's page."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from doccheck.model import SEVERITIES
from doccheck.report.bulanan.html import garis
from doccheck.report.bulanan.tampil import angka, nama_bulan

from ..akses import Akses
from ..layanan import dasbor, pengembalian, potret
from ..models import Pemeriksaan, PerangkatDaerah, Periode
from ..permintaan import akses, catat
from .tampil import bilang, halaman


def pilih_periode(request: HttpRequest, may: Akses) -> Periode | None:
    """The period that the address names, else the newest."""
    wanted = bilang(request.GET.get("periode") or request.POST.get("periode"))
    return may.periode.filter(pk=wanted).first() if wanted else may.periode.first()


@require_safe
def daerah(request: HttpRequest) -> HttpResponse:
    may = akses(request)
    if not may.boleh_lintas:
        return redirect("perangkat", may.pd_id)
    periode = pilih_periode(request, may)
    if periode is None:
        return redirect("beranda")
    agencies: list[PerangkatDaerah | None] = [None, *may.perangkat_daerah.filter(pemda=periode.pemda, aktif=True)]
    valid = dasbor.berlaku(may.temuan.filter(periode=periode, lingkup=None), periode.pemda)
    rows = dasbor.terhitung(valid)
    catat(request, "lihat_dasbor", str(periode), pemda=periode.pemda)
    return halaman(
        request,
        "dasbor.html.j2",
        periode=periode,
        daftar_periode=may.periode,
        periksa=_terakhir(may, periode, None),
        peta=dasbor.peta(rows, agencies),
        per_masalah=Counter(int(nomor) for one in rows if not one.telaah for nomor in one.masalah),
        tak_dihitung=len(valid) - len(rows),
        kelengkapan=dasbor.kelengkapan(may.dokumen.filter(periode=periode, arsip=False), agencies),
        RANTAI=dasbor.RANTAI,
        RANTAI_DAERAH=dasbor.RANTAI_DAERAH,
        hitung=Counter(one.keparahan for one in rows if not one.telaah),
        telaah=sum(one.telaah for one in rows),
        SEVERITIES=SEVERITIES,
        dikembalikan=pengembalian.terbuka(may.versi.filter(dokumen__periode=periode)),
        ada_dokumen=may.dokumen.filter(periode=periode, arsip=False).exists(),
    )


@require_safe
def perangkat(request: HttpRequest, pk: int) -> HttpResponse:
    may = akses(request)
    pd = get_object_or_404(may.perangkat_daerah.select_related("pemda"), pk=pk)
    wanted = pilih_periode(request, may)
    periode = wanted if wanted and wanted.pemda_id == pd.pemda_id else may.periode.filter(pemda=pd.pemda).first()
    if periode is None:
        return redirect("beranda")
    rows = dasbor.berlaku(may.temuan.filter(periode=periode, lingkup=pd), pd.pemda)
    scores = {f"{one.tahun}-{one.bulan:02}": potret.isi(one).lembar.skor for one in may.potret.filter(perangkat_daerah=pd)}
    catat(request, "lihat_perangkat", pd.nama, pemda=pd.pemda, perangkat_daerah=pd)
    return halaman(
        request,
        "perangkat.html.j2",
        pd=pd,
        periode=periode,
        daftar_periode=may.periode.filter(pemda=pd.pemda),
        periksa=_terakhir(may, periode, pd),
        kelengkapan=dasbor.kelengkapan(may.dokumen.filter(periode=periode, arsip=False), [pd])[0],
        RANTAI=dasbor.RANTAI,
        hitung=Counter(one.keparahan for one in rows if not one.telaah),
        telaah=sum(one.telaah for one in rows),
        per_masalah=Counter(int(nomor) for one in rows if not one.telaah for nomor in one.masalah),
        SEVERITIES=SEVERITIES,
        skor=dict(sorted(scores.items())),
        garis=garis,
        angka=angka,
        nama_bulan=nama_bulan,
        dikembalikan=pengembalian.terbuka(may.versi.filter(dokumen__periode=periode, dokumen__perangkat_daerah=pd)),
        lalu=may.pemeriksaan.filter(periode=periode, perangkat_daerah=pd)[:5],
    )


def _terakhir(may: Akses, periode: Periode, pd: PerangkatDaerah | None) -> Pemeriksaan | None:
    return may.pemeriksaan.filter(periode=periode, perangkat_daerah=pd, keadaan="selesai").first()
