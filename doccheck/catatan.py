"""The EXT notes: every way in which reading fails or is doubtful has an id. rules/ext explains each to people."""

from __future__ import annotations

from .bahasa import _, tandai
from .kalimat import Kalimat, baca, tulis
from .model import Catatan, Lokasi

EXT: dict[str, str] = {
    "EXT-01": tandai("Halaman tanpa lapisan teks (hasil pindai); isinya tidak terbaca"),
    "EXT-02": tandai("Gambar yang tampaknya memuat tabel; isinya tidak terbaca"),
    "EXT-03": tandai("Kepala tabel tidak dikenali; tabel tidak diolah"),
    "EXT-04": tandai("Isi kolom tidak cocok dengan kepala tabel"),
    "EXT-05": tandai("Baris terputus oleh batas halaman dan tidak dapat disambung dengan pasti"),
    "EXT-06": tandai("Angka tidak terbaca"),
    "EXT-07": tandai("Berkas terkunci kata sandi"),
    "EXT-08": tandai("Berkas rusak atau bukan berkas dari jenis yang disebut namanya"),
    "EXT-09": tandai("Berkas kosong"),
    "EXT-10": tandai("Jenis berkas tidak didukung"),
    "EXT-11": tandai("Perangkat bantu untuk membaca berkas ini tidak terpasang"),
    "EXT-12": tandai("Berkas melampaui batas ukuran"),
    "EXT-13": tandai("Tabel kinerja tidak menghasilkan satu pun indikator atau sasaran"),
    "EXT-14": tandai("Jenis dokumen tidak dikenali"),
    "EXT-15": tandai("Pembacaan berkas gagal"),
}
"""kode -> the text in Indonesian, without place and file; translated where a note is made."""


class ReadError(Exception):
    """A file that yields nothing. `kode` is an EXT id; `rincian` adds what the library or system said."""

    def __init__(self, kode: str, rincian: str = "") -> None:
        super().__init__(f"{_(EXT[kode])}{': ' + rincian if rincian else ''}")
        self.kode = kode
        self.rincian = rincian

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return ReadError, (self.kode, self.rincian)


def catatan(kode: str, lokasi: Lokasi | None = None, rincian: str = "", berkas: str = "") -> Catatan:
    """Makes the note `kode`, with a detail in brackets where there is one."""
    pesan = _(EXT[kode]) + (f" ({rincian})" if rincian else "")
    return Catatan(kode=kode, pesan=pesan, lokasi=lokasi or Lokasi(), berkas=berkas, rincian=tulis(rincian))


def ucapan(note: Catatan) -> Kalimat:
    """A note's text to be kept, for readers of either language."""
    parts: dict[str, str] = {"isi": Kalimat(_(EXT[note.kode]), EXT[note.kode], {})}
    if note.rincian:
        parts["rincian"] = baca(note.rincian)
    form = "{isi} ({rincian})" if note.rincian else "{isi}"
    return Kalimat(form.format(**parts), form, parts)
