"""The rules with their explanations, as `doccheck explain` prints them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from doccheck.bahasa import get_lang
from doccheck.checks.rules import load_rules
from doccheck.report.keluarga import KELUARGA
from doccheck.report.peta import keluarga

from ..permintaan import akses
from .tampil import halaman


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    groups: dict[str, list[object]] = {}
    for rule in load_rules():
        groups.setdefault(keluarga(rule.id), []).append(rule)
    ordered = {one: groups[one] for one in [*KELUARGA, *groups] if one in groups}
    return halaman(request, "aturan.html.j2", kelompok=ordered, KELUARGA=KELUARGA, bahasa_teks=get_lang())


@require_safe
def rincian(request: HttpRequest, id: str) -> HttpResponse:
    rule = next((one for one in load_rules() if one.id == id.upper()), None)
    if rule is None:
        raise Http404
    may = akses(request)
    open_rows = may.temuan.filter(aturan=rule.id, keadaan="terbuka")
    if may.boleh_lintas:  # the region's check has what the agencies' have
        open_rows = open_rows.filter(lingkup=None)
    latest = open_rows.order_by("-terakhir_id")[:20]
    return halaman(request, "aturan_satu.html.j2", aturan=rule, teks=rule.teks[get_lang()], temuan=latest, jumlah=open_rows.count())
