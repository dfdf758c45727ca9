"""The result of a check."""

from __future__ import annotations

from msgspec import Struct

from .dasar import Catatan
from .dokumen import Dokumen
from .riwayat import AbaikanUsang, Diabaikan, Riwayat
from .tautan import Tautan
from .temuan import Finding, TidakDinilai, TindakLanjut


class PutusanDipakai(Struct, frozen=True, kw_only=True):
    """A decision of the project that stood over doccheck's judgement in this check. apa: "pasangan", "orientasi", "polaritas" ·
    teks: the texts it is about · nilai: what was decided · asal: file and line."""

    apa: str
    teks: tuple[str, ...]
    nilai: str
    alasan: str = ""
    asal: str = ""


class DokumenPilihan(Struct, frozen=True, kw_only=True):
    """Several documents of one kind, agency and time: the one that is valid (`berkas`), those that stand behind it, and why."""

    berkas: str
    lainnya: tuple[str, ...]
    alasan: str


class Report(Struct, frozen=True, kw_only=True):
    """The result of a check. pelengkap: supplementary findings that were put aside so that `findings` are what people look at first
    (doccheck.triase.tampilan); as the check makes it, all are among `findings`."""

    findings: tuple[Finding, ...]
    documents: tuple[Dokumen, ...]
    links: tuple[Tautan, ...] = ()
    notes: tuple[Catatan, ...] = ()
    tidak_dinilai: tuple[TidakDinilai, ...] = ()
    diabaikan: tuple[Diabaikan, ...] = ()
    abaikan_usang: tuple[AbaikanUsang, ...] = ()
    riwayat: Riwayat | None = None
    putusan: tuple[PutusanDipakai, ...] = ()
    pilihan: tuple[DokumenPilihan, ...] = ()
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    pelengkap: tuple[Finding, ...] = ()
