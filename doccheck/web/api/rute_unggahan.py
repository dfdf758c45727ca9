"""Sending documents, seeing what they were recognised as, correcting it, taking them over."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from doccheck.bahasa import tandai

from ..layanan import kirim_ulang, pengajuan, unggahan
from ..models import BerkasUnggahan, Unggahan
from ..permintaan import akses, akun, alamat, catat_berkas, catat_unggahan
from . import bentuk, skema
from .permintaan import GALAT, PotongQuery, hitung

router = Router(tags=[tandai("Unggahan")])


class UnggahHalaman(skema.Halaman):
    isi: list[skema.Unggah]


@router.post(
    "/unggahan",
    response={200: skema.Unggah, 201: skema.Unggah, **GALAT},
    summary=tandai("Kirim satu atau beberapa dokumen"),
    description=tandai(
        "Batas ukuran dan jumlahnya sama dengan halaman unggah. Kiriman yang sama (akun, periode, perangkat daerah, isi) dijawab 200 "
        "dengan unggahan yang sudah ada, sehingga aman diulang. Token perangkat daerah selalu mengirim untuk perangkat daerahnya sendiri. "
        "otomatis=true: bila semua berkas dikenali tanpa ragu, disimpan dan diperiksa tanpa langkah berikutnya."
    ),
)
def kirim(
    request: HttpRequest,
    berkas: File[list[UploadedFile]],
    periode: Form[skema.Id],
    perangkat_daerah: Form[skema.Id | None] = None,
    otomatis: Form[bool] = False,
) -> Status[skema.Unggah]:
    may = akses(request)
    if not may.boleh_mengunggah:
        raise PermissionDenied
    region, pd = may.tujuan(periode, perangkat_daerah)
    hitung(request, "unggah")
    mark = kirim_ulang.sidik(akun(request), region, pd, berkas, otomatis)
    known = kirim_ulang.terdahulu(mark)
    if known is not None:
        return Status(200, bentuk.unggah(known))
    made = unggahan.terima(akun(request), region, pd, berkas, otomatis=otomatis, sidik=mark)
    catat_unggahan(request, made)
    return Status(201, bentuk.unggah(made))


@router.get("/unggahan", response={200: UnggahHalaman, **GALAT}, summary=tandai("Daftar unggahan, yang terbaru dahulu"))
def daftar(request: HttpRequest, bagian: PotongQuery) -> UnggahHalaman:
    rows, counts = bagian.potong(akses(request).unggahan.select_related("perangkat_daerah", "oleh"))
    return UnggahHalaman(isi=[bentuk.unggah(one) for one in rows], **counts)


@router.get("/unggahan/{int:pk}", response={200: skema.Unggah, **GALAT}, summary=tandai("Keadaan unggahan dan hasil pengenalan"))
def rincian(request: HttpRequest, pk: skema.Id) -> skema.Unggah:
    return bentuk.unggah(_unggahan(request, pk))


def _unggahan(request: HttpRequest, pk: int) -> Unggahan:
    return get_object_or_404(akses(request).unggahan.select_related("perangkat_daerah", "oleh"), pk=pk)


def _berkas(request: HttpRequest, pk: int, berkas: int) -> BerkasUnggahan:
    rows = akses(request).berkas_unggahan.select_related("unggahan__periode__pemda", "berkas", "perangkat_daerah")
    return get_object_or_404(rows, pk=berkas, unggahan=pk)


@router.patch(
    "/unggahan/{int:pk}/berkas/{int:berkas}",
    response={200: skema.BerkasUnggah, **GALAT},
    summary=tandai("Perbaiki jenis, perangkat daerah, tahun, atau jabatan yang dikenali"),
    description=tandai("Hanya isian yang dikirim yang berubah. Sesudah itu kirim .../periksa."),
)
def perbaiki(request: HttpRequest, pk: skema.Id, berkas: skema.Id, isian: skema.Perbaikan) -> skema.BerkasUnggah:
    may, row = akses(request), _berkas(request, pk, berkas)
    if row.unggahan.selesai or row.keadaan != "siap":
        raise pengajuan.BelumSiapError(pengajuan.tak_dapat_diubah())
    given = isian.model_dump(exclude_unset=True)
    pd = row.perangkat_daerah
    if "perangkat_daerah" in given:
        pd = may.tujuan(row.unggahan.periode_id, given["perangkat_daerah"])[1]
    unggahan.perbaiki(
        row, jenis=given.get("jenis") or row.jenis, pd=pd, tahun=given.get("tahun", row.tahun), jabatan=given.get("jabatan") or ""
        if "jabatan" in given else row.jabatan, nama_pd="" if "perangkat_daerah" in given else row.nama_pd,
    )  # fmt: skip
    catat_berkas(request, "perbaiki", row)
    pairs = unggahan.pasangan(row.unggahan.isi.filter(keadaan="siap"))
    return bentuk.berkas(row, pairs.get(row.pk))


@router.delete("/unggahan/{int:pk}/berkas/{int:berkas}", response={204: None, **GALAT}, summary=tandai("Keluarkan satu berkas"))
def keluarkan(request: HttpRequest, pk: skema.Id, berkas: skema.Id) -> Status[None]:
    row = _berkas(request, pk, berkas)
    if row.unggahan.selesai:
        raise pengajuan.BelumSiapError(pengajuan.tak_dapat_diubah())
    catat_berkas(request, "batalkan", row)
    unggahan.keluarkan(row)
    return Status(204, None)


@router.post(
    "/unggahan/{int:pk}/periksa",
    response={202: skema.Periksa, **GALAT},
    summary=tandai("Simpan sebagai versi dokumen dan mulai pemeriksaan"),
    description=tandai("Dijawab 409 selama berkas masih dikenali. Aman diulang: pemeriksaan yang sama dikembalikan."),
)
def periksa(request: HttpRequest, pk: skema.Id) -> Status[skema.Periksa]:
    one = _unggahan(request, pk)
    hitung(request, "periksa")
    _made, check = pengajuan.ajukan(one, akun(request), asal=f"(API: {request.token.nama})", alamat=alamat(request))  # type: ignore[attr-defined]
    found = akses(request).pemeriksaan.filter(pk=check.pk).first()
    if found is None:
        raise Http404
    return Status(202, bentuk.periksa(found))
