"""Files by content, documents with their versions, and uploads that wait to become versions."""

from __future__ import annotations

from django.db import models

from doccheck.report.labels import JENIS

from .akun import Akun
from .berkata import Berkata
from .daerah import PerangkatDaerah, Periode
from .pilihan import BELUM_DIKENALI, KEADAAN_BERKAS, pilihan

_MENYEBUT = "pd:"
_JENIS = [(key, text) for key, text in JENIS.items()]


class Berkas(models.Model):
    """A stored file, once however often it is uploaded. sidik: SHA-256 · macam: what its content is (readers.sniff) · nama: in the
    store."""

    sidik = models.CharField(max_length=64, unique=True)
    byte = models.PositiveBigIntegerField()
    macam = models.CharField(max_length=8)
    nama = models.CharField(max_length=120)


class Dokumen(models.Model):
    """A planning document in its current version; perangkat_daerah None: of the region. kunci_versi: number of the version in force."""

    periode = models.ForeignKey(Periode, models.CASCADE, related_name="dokumen")
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.PROTECT, null=True, blank=True, related_name="dokumen")
    jenis = models.CharField(max_length=16, choices=_JENIS)
    tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    jabatan = models.CharField(max_length=300, blank=True)
    arsip = models.BooleanField(default=False)
    dibuat = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("perangkat_daerah__nama", "jenis", "tahun", "pk")

    @property
    def kini(self) -> Versi:
        """The version in force: the last one."""
        return self.versi.order_by("-nomor").select_related("berkas", "oleh")[0]


class Versi(models.Model):
    """One version of a document. Nothing is ever overwritten: restoring an old one makes a new version of its content."""

    dokumen = models.ForeignKey(Dokumen, models.CASCADE, related_name="versi")
    nomor = models.PositiveIntegerField()
    berkas = models.ForeignKey(Berkas, models.PROTECT, related_name="versi")
    nama_asli = models.CharField(max_length=255)
    oleh = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    kapan = models.DateTimeField(auto_now_add=True)
    pulihan_dari = models.PositiveIntegerField(null=True, blank=True)
    halaman = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-nomor",)
        constraints = [models.UniqueConstraint(fields=("dokumen", "nomor"), name="versi_satu")]


class Pengembalian(models.Model):
    """A version sent back to its agency with a note. It stands until the document has a newer version, or is withdrawn (dicabut)."""

    versi = models.ForeignKey(Versi, models.CASCADE, related_name="pengembalian")
    catatan = models.TextField()
    oleh = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    kapan = models.DateTimeField(auto_now_add=True)
    dicabut = models.BooleanField(default=False)

    class Meta:
        ordering = ("-pk",)


class Unggahan(models.Model):
    """Files uploaded together: recognised in the background, corrected by the person, then taken over as versions.

    otomatis: taken over and checked without a person, where nothing in it needs one · sidik: of account, scope and content as they came, so
    that a program may send the same again; empty once a file was left out · pemeriksaan: the check asked for when it was taken over.
    """

    periode = models.ForeignKey(Periode, models.CASCADE, related_name="unggahan")
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.PROTECT, null=True, blank=True, related_name="unggahan")
    oleh = models.ForeignKey(Akun, models.PROTECT, related_name="+")
    kapan = models.DateTimeField(auto_now_add=True)
    selesai = models.BooleanField(default=False)
    otomatis = models.BooleanField(default=False)
    sidik = models.CharField(max_length=64, blank=True, db_index=True)
    pemeriksaan = models.ForeignKey("web.Pemeriksaan", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-pk",)


class PembacaanOcr(models.Model):
    """How far OCR has come in the document that is being read: so many of its scanned pages and pictures, of how many; 0 of 0 where it
    reads none."""

    ocr = models.PositiveIntegerField(default=0)
    ocr_total = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    @property
    def ocr_ke(self) -> int:
        """The number of the one that is being read."""
        return min(self.ocr + 1, self.ocr_total)


class BerkasUnggahan(Berkata, PembacaanOcr):
    """One file of an upload. pesan: why it was refused, or (`menyebut`) what is to be noticed · nama_pd: the agency as recognised, where it
    is none of the region's · kembar: the version that has the same content already."""

    unggahan = models.ForeignKey(Unggahan, models.CASCADE, related_name="isi")
    nama_asli = models.CharField(max_length=255)
    berkas = models.ForeignKey(Berkas, models.PROTECT, null=True, blank=True, related_name="+")
    keadaan = models.CharField(max_length=8, choices=pilihan(KEADAAN_BERKAS), default="antre")
    pesan = models.TextField(blank=True)
    jenis = models.CharField(max_length=16, blank=True)
    perangkat_daerah = models.ForeignKey(PerangkatDaerah, models.SET_NULL, null=True, blank=True, related_name="+")
    nama_pd = models.CharField(max_length=200, blank=True)
    tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    awal = models.PositiveSmallIntegerField(null=True, blank=True)
    akhir = models.PositiveSmallIntegerField(null=True, blank=True)
    jabatan = models.CharField(max_length=300, blank=True)
    halaman = models.PositiveIntegerField(default=0)
    keyakinan = models.FloatField(default=0)
    dokumen = models.ForeignKey(Dokumen, models.SET_NULL, null=True, blank=True, related_name="+")
    kembar = models.ForeignKey(Versi, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("pk",)

    @property
    def belum_dikenali(self) -> bool:
        return self.keadaan in BELUM_DIKENALI

    @property
    def menyebut(self) -> str:
        """The agency that the document names, where it was uploaded for another one. `pesan` holds the bare name, since its sentence is
        told in the language of whoever reads it."""
        return self.pesan.removeprefix(_MENYEBUT) if self.pesan.startswith(_MENYEBUT) else ""

    @menyebut.setter
    def menyebut(self, nama: str) -> None:
        self.pesan = f"{_MENYEBUT}{nama}"
