"""Perjanjian Kinerja 2026 as DOCX: statement with both parties, lampiran with sasaran, indicators, targets and money."""

from __future__ import annotations

from pathlib import Path

from .docx_tulis import RATA, TENGAH, Docx
from .kota import Data, Kota, PerangkatDaerah
from .pk import TAHUN, Pk, lengkap, pk_eselon3, pk_kepala, pk_staf, pk_wali_kota, target_satuan
from .tabel import ATAS, KIRI, Tabel, rupiah

LEBAR = 16.4
KOLOM_SATUAN = ("diskop", "inspektorat")
"""Agencies that print the unit in a column of its own; the others glue it to the target."""

_DEPAN = (
    "Raka",
    "Sari",
    "Damar",
    "Intan",
    "Bima",
    "Laras",
    "Yoga",
    "Ratih",
    "Galih",
    "Wulan",
    "Arya",
    "Nirmala",
    "Satria",
    "Melati",
    "Panji",
    "Kirana",
)
_BELAKANG = (
    "Prayoga",
    "Widyatama",
    "Lembayung",
    "Kusumajati",
    "Pranadipa",
    "Citraloka",
    "Mahardika",
    "Sekarwangi",
    "Adiluhung",
    "Samudranata",
    "Cendana",
)


def tulis(data: Data, kunci: str, jenjang: str, tujuan: Path) -> None:
    """kunci: agency ("" for the mayor) · jenjang: kepala, eselon3 or staf."""
    kota = data.untuk(f"pk-{jenjang}-{kunci}" if kunci else "pk-wali-kota")
    pd = kota.perangkat(kunci) if kunci else None
    if pd is None:
        semua = [pk_wali_kota(data)]
    elif jenjang == "kepala":
        semua = [pk_kepala(data, kunci)]
    else:
        semua = pk_eselon3(data, kunci) if jenjang == "eselon3" else pk_staf(data, kunci)
    nama = pd.nama if pd else kota.pemda
    docx = Docx(f"Perjanjian Kinerja {TAHUN} {nama}", "Bookman Old Style", 11)
    for nomor, pk in enumerate(semua):
        if nomor:
            docx.halaman_baru()
        _pernyataan(docx, pk, pd, kota)
        docx.halaman_baru()
        _lampiran(docx, pk, pd, kota, kunci in KOLOM_SATUAN)
    docx.tulis(tujuan)


def _orang(jabatan: str, unit: str) -> tuple[str, str]:
    """A made-up name and number for a position, always the same."""
    angka = sum(ord(huruf) * (i + 3) for i, huruf in enumerate(jabatan + unit))
    nama = f"{_DEPAN[angka % len(_DEPAN)]} {_BELAKANG[angka // 7 % len(_BELAKANG)]}"
    return nama, f"NIP. 19{70 + angka % 25}0000 20{10 + angka % 9}00 {1 + angka % 2} {angka % 1000:03d}"


def _pernyataan(docx: Docx, pk: Pk, pd: PerangkatDaerah | None, kota: Kota) -> None:
    jabatan = lengkap(pk.jabatan, pd, kota) if pd else pk.jabatan
    docx.teks(f"PEMERINTAH {kota.pemda.upper()}", TENGAH, tebal=True, ukuran=13)
    if pd:
        docx.teks(pd.nama.upper(), TENGAH, tebal=True, ukuran=13)
    docx.teks(f"PERJANJIAN KINERJA TAHUN {TAHUN}", TENGAH, tebal=True, ukuran=14)
    docx.teks("")
    docx.teks(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
        if pd
        else "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi pada hasil, yang bertanda tangan di bawah ini:"
    )
    satu, nip_satu = _orang(pk.jabatan, pk.unit)
    _pihak(docx, satu, jabatan)
    if pk.atasan is None:
        docx.teks(
            "berjanji akan mewujudkan target kinerja tahunan sesuai lampiran perjanjian ini dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan."
        )
        docx.teks("Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.")
    else:
        dua, _ = _orang(pk.atasan, kota.pemda if pk.atasan == kota.kepala_daerah else pk.unit)
        atasan = lengkap(pk.atasan, pd, kota)
        docx.teks("selanjutnya disebut pihak pertama.")
        _pihak(docx, dua, atasan)
        docx.teks("selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua.")
        docx.teks(
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
        )
        docx.teks(
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
        )
    _tanda_tangan(docx, pk, pd, kota)


def _pihak(docx: Docx, nama: str, jabatan: str) -> None:
    docx.polos([["Nama", ":", nama], ["Jabatan", ":", jabatan]], [3.0, 0.6, 12.4])
    docx.teks("", RATA)


def _tanda_tangan(docx: Docx, pk: Pk, pd: PerangkatDaerah | None, kota: Kota) -> None:
    satu, nip_satu = _orang(pk.jabatan, pk.unit)
    tanggal = f"{kota.ibu_kota}, 12 Januari {TAHUN}" if pd else f"{kota.ibu_kota}, 8 Januari {TAHUN}"
    docx.teks("")
    if pk.atasan is None:
        docx.polos([["", tanggal], ["", f"{pk.jabatan},"], ["", "\n\n"], ["", satu.upper()]], [8.2, 8.2], [TENGAH, TENGAH])
        return
    dua, nip_dua = _orang(pk.atasan, kota.pemda if pk.atasan == kota.kepala_daerah else pk.unit)
    kiri = [lengkap(pk.atasan, pd, kota), "\n\n", dua, "" if pk.atasan == kota.kepala_daerah else nip_dua]
    kanan = [lengkap(pk.jabatan, pd, kota), "\n\n", satu, nip_satu]
    baris = [["", tanggal], ["Pihak Kedua,", "Pihak Pertama,"], *[list(pasang) for pasang in zip(kiri, kanan, strict=True)]]
    docx.polos(baris, [8.2, 8.2], [TENGAH, TENGAH])


def _lampiran(docx: Docx, pk: Pk, pd: PerangkatDaerah | None, kota: Kota, satuan: bool) -> None:
    jabatan = lengkap(pk.jabatan, pd, kota) if pd else pk.jabatan
    docx.teks(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {TAHUN}", TENGAH, tebal=True)
    docx.teks(jabatan.upper(), TENGAH, tebal=True)
    docx.tabel(_kinerja(pk, satuan), LEBAR, 10, judul=False)
    for anggaran in pk.anggaran:
        tabel = Tabel(
            "", [["No", anggaran.judul, "Anggaran (Rp)", "Keterangan"]], [0.9, 8.4, 4.2, 2.9], angka=frozenset({0, 3}), uang=frozenset({2})
        )
        for nomor, (nama, nilai) in enumerate(anggaran.baris, 1):
            tabel.tambah(str(nomor), nama, rupiah(nilai), "APBD")
        jumlah = sum(nilai for _, nilai in anggaran.baris)
        tabel.tambah("Jumlah", KIRI, rupiah(jumlah), "", peran="jumlah")
        docx.tabel(tabel, LEBAR, 10, judul=False)
    _tanda_tangan(docx, pk, pd, kota)


def _kinerja(pk: Pk, satuan: bool) -> Tabel:
    kolom = ["No", pk.jenis_sasaran, "Indikator Kinerja", *(["Satuan"] if satuan else []), "Target"]
    lebar = [0.9, 5.6, 5.6, *([2.0] if satuan else []), 2.3 if satuan else 4.3]
    tabel = Tabel("", [kolom, [f"({n})" for n in range(1, len(kolom) + 1)]], lebar, angka=frozenset({0, *range(3, len(kolom))}))
    for nomor, (uraian, indikator) in enumerate(pk.sasaran, 1):
        awal = [str(nomor), uraian]
        for ukur in indikator or [None]:
            if ukur is None:
                isi = [""] * (3 if satuan else 2)
            elif satuan:
                isi = [ukur.nama, ukur.satuan, ukur.target[TAHUN]]
            else:
                isi = [ukur.nama, target_satuan(ukur.target[TAHUN], ukur.satuan)]
            tabel.tambah(*awal, *isi)
            awal = [ATAS, ATAS]
    return tabel
