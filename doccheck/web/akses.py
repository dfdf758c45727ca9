"""Who may see and do what: the one place. Views, API and downloads take rows from these querysets and nowhere else, so that an id that is
guessed is not found.

pd: its own agency, and the documents of its region (they are what it is checked against) · bappeda: its region, decides on findings ·
evaluator: its region or all, reads everything and decides · admin: everything, accounts and settings as well.
"""

from __future__ import annotations

from functools import cached_property

from django.db.models import Q, QuerySet

from .models import (
    Akun,
    BerkasUnggahan,
    CatatanAudit,
    Dokumen,
    Komentar,
    Pemda,
    Pemeriksaan,
    PerangkatDaerah,
    Periode,
    PotretBulanan,
    Temuan,
    Token,
    Unduhan,
    Unggahan,
    Versi,
)


class Akses:
    """What one account may see (querysets) and do (boleh_*)."""

    def __init__(self, akun: Akun) -> None:
        self.akun = akun
        self.pd_id = akun.perangkat_daerah_id if akun.peran == "pd" else None
        self.hanya_pd = akun.peran == "pd"

    def _pemda(self, path: str) -> Q:
        """Rows of the account's region; of all for those that have none."""
        return Q() if self.akun.pemda_id is None else Q(**{path: self.akun.pemda_id})

    def _pd(self, path: str) -> Q:
        """For an agency's account its own rows alone."""
        return Q(**{path: self.pd_id}) if self.hanya_pd else Q()

    def _pd_atau_tanpa(self, path: str) -> Q:
        """For an agency's account its own rows and those of no agency."""
        return self._pd(path) | Q(**{path: None}) if self.hanya_pd else Q()

    @property
    def pemda(self) -> QuerySet[Pemda]:
        return Pemda.objects.filter(self._pemda("pk"))

    @property
    def periode(self) -> QuerySet[Periode]:
        return Periode.objects.filter(self._pemda("pemda")).select_related("pemda")

    @property
    def perangkat_daerah(self) -> QuerySet[PerangkatDaerah]:
        return PerangkatDaerah.objects.filter(self._pemda("pemda"), self._pd("pk"))

    @property
    def dokumen(self) -> QuerySet[Dokumen]:
        own = self._pd_atau_tanpa("perangkat_daerah")
        return Dokumen.objects.filter(self._pemda("periode__pemda"), own).select_related("perangkat_daerah", "periode__pemda")

    @property
    def versi(self) -> QuerySet[Versi]:
        own = self._pd_atau_tanpa("dokumen__perangkat_daerah")
        return Versi.objects.filter(self._pemda("dokumen__periode__pemda"), own).select_related(
            "berkas", "dokumen__perangkat_daerah", "oleh"
        )

    @property
    def unggahan(self) -> QuerySet[Unggahan]:
        return Unggahan.objects.filter(self._pemda("periode__pemda"), self._pd("perangkat_daerah")).select_related("periode__pemda", "oleh")

    @property
    def berkas_unggahan(self) -> QuerySet[BerkasUnggahan]:
        return BerkasUnggahan.objects.filter(unggahan__in=self.unggahan)

    @property
    def pemeriksaan(self) -> QuerySet[Pemeriksaan]:
        return Pemeriksaan.objects.filter(self._pemda("periode__pemda"), self._pd("perangkat_daerah")).select_related(
            "periode__pemda", "perangkat_daerah", "oleh"
        )

    @property
    def temuan(self) -> QuerySet[Temuan]:
        """An agency sees the findings of its own checks alone: those of the whole region may quote other agencies."""
        return Temuan.objects.filter(self._pemda("periode__pemda"), self._pd("lingkup")).select_related(
            "periode__pemda", "perangkat_daerah"
        )

    @property
    def komentar(self) -> QuerySet[Komentar]:
        """An agency sees its own and the reviewers' comments: a finding on a document of the region stands before other agencies too."""
        own = self._pd_atau_tanpa("oleh__perangkat_daerah")
        return Komentar.objects.filter(self._pemda("pemda"), own).select_related("oleh")

    @property
    def unduhan(self) -> QuerySet[Unduhan]:
        return Unduhan.objects.filter(pemeriksaan__in=self.pemeriksaan)

    @property
    def potret(self) -> QuerySet[PotretBulanan]:
        return PotretBulanan.objects.filter(perangkat_daerah__in=self.perangkat_daerah)

    @property
    def audit(self) -> QuerySet[CatatanAudit]:
        if not self.boleh_mengelola:
            return CatatanAudit.objects.none()
        return CatatanAudit.objects.select_related("oleh", "perangkat_daerah")

    @property
    def akun_lain(self) -> QuerySet[Akun]:
        return Akun.objects.select_related("pemda", "perangkat_daerah") if self.boleh_mengelola else Akun.objects.none()

    @property
    def token(self) -> QuerySet[Token]:
        """The account's own."""
        return Token.objects.filter(akun=self.akun).select_related("akun__perangkat_daerah")

    @property
    def token_lain(self) -> QuerySet[Token]:
        """Of all accounts, to revoke them; nobody sees a secret."""
        rows = Token.objects.select_related("akun__pemda", "akun__perangkat_daerah")
        return rows if self.boleh_mengelola else rows.none()

    def tujuan(self, periode: int, pd: int | None) -> tuple[Periode, PerangkatDaerah | None]:
        """Period and agency that an upload or a check is for; an agency's account has its own and no other. Raises ObjectDoesNotExist."""
        chosen = self.periode.get(pk=periode)
        agencies = self.perangkat_daerah.filter(pemda=chosen.pemda)
        if pd is None and not self.hanya_pd:
            return chosen, None
        return chosen, agencies.get() if pd is None else agencies.get(pk=pd)

    @cached_property
    def boleh_mengunggah(self) -> bool:
        return self.akun.peran in ("pd", "bappeda", "admin", "evaluator")

    @cached_property
    def boleh_memutuskan(self) -> bool:
        """Triage is for those who review; an agency answers by comments and a revision."""
        return self.akun.peran in ("bappeda", "evaluator", "admin")

    @cached_property
    def boleh_lintas(self) -> bool:
        """May see all agencies of the region side by side."""
        return not self.hanya_pd

    @cached_property
    def boleh_membobot(self) -> bool:
        """The weights of the monthly score are the planning bureau's."""
        return self.akun.peran in ("bappeda", "admin")

    @cached_property
    def boleh_mengelola(self) -> bool:
        return self.akun.peran == "admin"

    def boleh_ubah(self, dokumen: Dokumen) -> bool:
        """Upload a version, restore one, put away: an agency only with its own documents."""
        return self.boleh_mengunggah and (not self.hanya_pd or dokumen.perangkat_daerah_id == self.pd_id)


def akses_untuk(akun: Akun) -> Akses:
    return Akses(akun)
