"""Uploading: the form, what was recognised, and the start of the check."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doccheck.bahasa import _, jamak

from ..akun import laju
from ..layanan import pengajuan, unggahan
from ..models import BerkasUnggahan, PerangkatDaerah, Periode, Unggahan
from ..permintaan import akses, akun, alamat, catat_berkas, catat_unggahan
from ..unggah.batas import DITERIMA, DitolakError
from .tampil import bilang, bilang_atau_kosong, halaman, kabar, terbatas, terlalu_sering


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest) -> HttpResponse:
    may = akses(request)
    if not may.boleh_mengunggah:
        raise PermissionDenied
    galat, status = "", 200
    if request.method == "POST":
        if laju.tertahan("unggah", akun(request).pk):
            return terlalu_sering(request)
        try:
            made = _terima(request)
        except DitolakError as error:
            galat, status = str(error), 422
        else:
            if request.headers.get("X-Doccheck") == "unggah":  # the script of the page follows by itself, after its progress bar
                return HttpResponse(status=204, headers={"X-Tujuan": _alamat(made)})
            return redirect(_alamat(made))
    return halaman(
        request,
        "unggah.html.j2",
        status,
        galat=galat,
        periode=may.periode,
        daftar_pd=may.perangkat_daerah.filter(aktif=True),
        diterima=",".join(DITERIMA),
        konfig=settings.KONFIG,
        pilih=bilang(request.GET.get("periode")),
        pilih_pd=bilang(request.GET.get("pd")),
        lalu=may.unggahan[:5],
    )


def _alamat(made: Unggahan) -> str:
    return f"/unggahan/{made.pk}/"


def _terima(request: HttpRequest) -> Unggahan:
    """Raises DitolakError for the upload as a whole, and Http404 for an agency that the person does not have: a form of ours offers none,
    and the document must not end up as the region's instead."""
    may, agency = akses(request), bilang_atau_kosong(request.POST.get("pd"))
    try:
        periode, pd = may.tujuan(bilang(request.POST.get("periode")) or 0, None if may.hanya_pd else agency)
    except Periode.DoesNotExist as error:
        raise DitolakError(_("Pilih periode.")) from error
    except PerangkatDaerah.DoesNotExist as error:
        raise Http404 from error
    files = [file for file in request.FILES.getlist("berkas") if isinstance(file, UploadedFile)]
    made = unggahan.terima(akun(request), periode, pd, files)
    catat_unggahan(request, made)
    return made


def _isi(request: HttpRequest, one: Unggahan) -> dict[str, object]:
    rows = list(one.isi.select_related("berkas", "perangkat_daerah", "dokumen", "kembar__dokumen", "kembar__oleh"))
    pairs = unggahan.pasangan(row for row in rows if row.keadaan == "siap")
    return {
        "unggahan": one,
        "baris": [(row, pairs.get(row.pk)) for row in rows],
        "kembaran": unggahan.kembaran(rows),
        "menunggu": pengajuan.menunggu(one),
        "siap": sum(row.keadaan in ("siap", "gagal") and row.berkas_id is not None for row in rows),
        "daftar_pd": akses(request).perangkat_daerah.filter(pemda=one.periode.pemda),
    }


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(akses(request).unggahan, pk=pk)
    return halaman(request, "unggahan.html.j2", **_isi(request, one))


@require_safe
def keadaan(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of files alone, asked for again while some are being recognised."""
    one = get_object_or_404(akses(request).unggahan, pk=pk)
    return halaman(request, "bagian/unggahan_isi.html.j2", **_isi(request, one))


BARU = "baru"
"""Instead of an agency's id in the form: the one that was recognised, and that the region doesn't have yet."""


@require_http_methods(["GET", "HEAD", "POST"])
def perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """Corrects what was recognised of one file."""
    may = akses(request)
    row = get_object_or_404(
        may.berkas_unggahan.select_related("unggahan__periode__pemda", "berkas"), pk=pk, unggahan__selesai=False, keadaan="siap"
    )
    if request.method == "POST":
        from doccheck.report.labels import JENIS

        jenis = request.POST.get("jenis", "")
        if jenis not in JENIS:
            jenis = row.jenis
        agencies = may.perangkat_daerah.filter(pemda=row.unggahan.periode.pemda)
        wanted, chosen = request.POST.get("pd", ""), bilang(request.POST.get("pd"))
        if may.hanya_pd:
            pd: PerangkatDaerah | None = agencies.get()
        else:
            pd = get_object_or_404(agencies, pk=chosen or 0) if wanted not in ("", BARU) else None
        year = bilang(request.POST.get("tahun"))
        unggahan.perbaiki(
            row,
            jenis=jenis,
            pd=pd,
            tahun=year if year and 2000 <= year <= 2100 else None,
            jabatan=request.POST.get("jabatan", "").strip()[:300],
            nama_pd=row.nama_pd if wanted == BARU else "",
        )
        catat_berkas(request, "perbaiki", row)
        return redirect("unggahan", row.unggahan_id)
    offered = may.perangkat_daerah.filter(Q(aktif=True) | Q(pk=row.perangkat_daerah_id), pemda=row.unggahan.periode.pemda)
    return halaman(request, "perbaiki.html.j2", baris=row, daftar_pd=offered)


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Leaves one file out of the upload."""
    row: BerkasUnggahan = get_object_or_404(akses(request).berkas_unggahan, pk=pk, unggahan__selesai=False)
    number = row.unggahan_id
    catat_berkas(request, "batalkan", row)
    unggahan.keluarkan(row)
    return redirect("unggahan", number)


@require_POST
@terbatas("periksa")
def periksa(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes the files over as versions and starts the check."""
    one = get_object_or_404(akses(request).unggahan, pk=pk)
    try:
        made, check = pengajuan.ajukan(one, akun(request), alamat=alamat(request))
    except pengajuan.BelumSiapError:
        return redirect("unggahan", pk)
    kabar(request, jamak("{n} dokumen tersimpan", len(made)).format(n=len(made)))
    return redirect("pemeriksaan", check.pk)
