"""Writing down who did or saw what."""

from __future__ import annotations

import logging

from ..models import Akun, CatatanAudit, Pemda, PerangkatDaerah

log = logging.getLogger("doccheck.audit")


def catat(
    apa: str,
    oleh: Akun | None,
    rincian: str = "",
    *,
    pemda: Pemda | None = None,
    perangkat_daerah: PerangkatDaerah | None = None,
    alamat: str = "",
) -> None:
    """alamat: network address of the request. Names of files and documents go into `rincian`, never their content."""
    CatatanAudit.objects.create(
        apa=apa, oleh=oleh, rincian=rincian[:500], pemda=pemda or (oleh.pemda if oleh else None), perangkat_daerah=perangkat_daerah,
        alamat=alamat[:45],
    )  # fmt: skip
    log.info("%s %s %s", apa, oleh.username if oleh else "-", rincian[:200].replace("\n", " "))
