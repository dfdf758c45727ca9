"""The audit log: filtered, in pages, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from doccheck.bahasa import _

from ..kirim import TERTUTUP
from ..models import CatatanAudit
from ..models.kejadian import KEJADIAN, KELOMPOK
from ..permintaan import akses, catat
from .pengelolaan import pengelola
from .tampil import bilang, halaman

SEHALAMAN = 200
_RUMUS = ("=", "+", "-", "@", "\t", "\r")


def _hari(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def saring(rows: QuerySet[CatatanAudit], get: QueryDict) -> QuerySet[CatatanAudit]:
    """apa: an event or a group of KELOMPOK · oleh, pd: ids · dari, sampai: days (local time), both included · cari: part of the details, of
    the address or of a name."""
    what, first, last = get.get("apa", ""), _hari(get.get("dari")), _hari(get.get("sampai"))
    if what:
        rows = rows.filter(apa__in=KELOMPOK.get(what, (what,)))
    if (who := bilang(get.get("oleh"))) is not None:
        rows = rows.filter(oleh=who)
    if (agency := bilang(get.get("pd"))) is not None:
        rows = rows.filter(perangkat_daerah=agency)
    if first:
        rows = rows.filter(kapan__gte=_tengah_malam(first))
    if last and last < date.max:
        rows = rows.filter(kapan__lt=_tengah_malam(last + timedelta(days=1)))
    if text := get.get("cari", "").strip()[:100]:
        rows = rows.filter(Q(rincian__icontains=text) | Q(alamat__icontains=text) | Q(oleh__username__icontains=text))
    return rows


def _tengah_malam(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@require_safe
@pengelola
def audit(request: HttpRequest) -> HttpResponse:
    may, get = akses(request), request.GET
    rows = saring(may.audit, get)
    pages = Paginator(rows, SEHALAMAN)
    page = pages.get_page(get.get("hal"))
    query = get.copy()
    query.pop("hal", None)
    return halaman(
        request,
        "audit.html.j2",
        lembar=page,
        catatan=page.object_list,
        saring=get,
        alamat_saring=query.urlencode(),
        KEJADIAN=KEJADIAN,
        KELOMPOK=KELOMPOK,
        daftar_akun=may.akun_lain,
        daftar_pd=may.perangkat_daerah.select_related("pemda"),
    )


@require_safe
@pengelola
def audit_csv(request: HttpRequest) -> HttpResponseBase:
    """What the filters leave, all of it, for a spreadsheet."""
    rows = saring(akses(request).audit, request.GET)
    catat(request, "unduh", f"audit {request.GET.urlencode()}".strip())
    response = StreamingHttpResponse(_baris(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="audit-{timezone.localdate():%Y-%m-%d}.csv"'
    response.headers["Content-Security-Policy"] = TERTUTUP
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _baris(rows: QuerySet[CatatanAudit]) -> Iterator[str]:
    yield "\ufeff"  # else Excel takes the file for another encoding
    yield _satu([_("Waktu"), _("Nama akun"), _("Nama"), _("Kejadian"), _("Perangkat daerah"), _("Rincian"), _("Alamat")])
    for one in rows.iterator(chunk_size=500):
        when = timezone.localtime(one.kapan).isoformat(timespec="seconds")
        who = (one.oleh.username, one.oleh.nama) if one.oleh else ("", "")
        yield _satu([when, *who, one.apa, str(one.perangkat_daerah or ""), one.rincian, one.alamat])


def _satu(cells: list[str]) -> str:
    """One line. A cell that a spreadsheet would take for a formula is marked as text."""
    stream = io.StringIO()
    csv.writer(stream).writerow([f"'{cell}" if cell.startswith(_RUMUS) else cell for cell in cells])
    return stream.getvalue()
