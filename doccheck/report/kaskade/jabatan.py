"""The posts of an agency as a tree: who answers to whom, what each promises, and who has no agreement."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...bahasa import _
from ...checks.butir import kunci
from ...checks.context import Context
from ...checks.jabatan import RENDAH, TINGKAT, Jenjang, jenjang
from ...checks.pejabat import disebut, sama_jabatan
from ...checks.perjanjian import Perjanjian
from .bangun import Hutan
from .cabang import Cabang
from .isi import Celah, Jabatan


@dataclass(eq=False)
class _Pos:
    nama: str
    jenjang: Jenjang
    perjanjian: list[Perjanjian] = field(default_factory=list)
    janji: list[Cabang] = field(default_factory=list)
    bawahan: list[_Pos] = field(default_factory=list)
    celah: list[Celah] = field(default_factory=list)


def susun_jabatan(ctx: Context, pd: str, tahun: int | None, hutan: Hutan) -> tuple[tuple[Jabatan, ...], Jenjang | None, Jenjang | None]:
    """The posts of an agency, the lowest rank that is named anywhere, and the lowest that has an agreement."""
    posts: dict[str, _Pos] = {}
    for one, boxes in hutan.janji:
        if ctx.pd(one.dokumen) == pd:
            post = posts.setdefault(kunci(one.jabatan), _Pos(one.jabatan, one.jenjang))
            post.perjanjian.append(one)
            post.janji += [box for box in boxes if box not in post.janji]
    signed = list(posts.values())
    parties = [pihak.jabatan for one in ctx.pk(pd, tahun) for pihak in one.dokumen.pihak]
    ranks = {post.jenjang for post in signed}
    for text in disebut(ctx, pd, tahun) if tahun is not None else ():
        if not any(sama_jabatan(text, name) for name in (*(post.nama for post in signed), *parties)):
            post = posts.setdefault(kunci(text), _Pos(text, jenjang(text)))
            if post.jenjang in ranks:
                post.celah.append(Celah("tanpa_pk", _("Belum memiliki Perjanjian Kinerja")))
    tops = _gantung(list(posts.values()))
    for post in signed:
        _salinan(post)
    named = [post.jenjang for post in posts.values() if post.jenjang in ("kepala", *RENDAH)]
    low = max(named, key=TINGKAT.index, default=None)
    promised = max((rank for rank in ranks if rank in ("kepala", *RENDAH)), key=TINGKAT.index, default=None)
    return tuple(map(_beku, tops)), low, promised


def _gantung(posts: list[_Pos]) -> list[_Pos]:
    """Posts under the superior whom their agreement names, else under the only post of the next higher rank."""
    tops = []
    for post in posts:
        named = [one.atasan for one in post.perjanjian if one.atasan]
        above = [other for other in posts if other is not post and any(sama_jabatan(other.nama, name) for name in named)]
        if not above:
            higher = [other for other in posts if TINGKAT.index(other.jenjang) < TINGKAT.index(post.jenjang)]
            nearest = max((TINGKAT.index(other.jenjang) for other in higher), default=-1)
            above = [other for other in higher if TINGKAT.index(other.jenjang) == nearest]
            above = above if len(above) == 1 else [other for other in posts if other.jenjang == "kepala" and other in higher][:1]
        if above and TINGKAT.index(above[0].jenjang) <= TINGKAT.index(post.jenjang) and not _di_bawah(above[0], post):
            above[0].bawahan.append(post)
        else:
            tops.append(post)
    return tops


def _di_bawah(post: _Pos, atas: _Pos) -> bool:
    """Whether a post stands somewhere below another."""
    return any(one is post or _di_bawah(post, one) for one in atas.bawahan)


def _salinan(post: _Pos) -> None:
    """Subordinates all of whose indicators are the superior's."""
    above = {kunci(one.teks) for agreement in post.perjanjian for one in agreement.indikator()}
    for lower in post.bawahan:
        own = {kunci(one.teks) for agreement in lower.perjanjian for one in agreement.indikator()}
        if own and own <= above:
            lower.celah.append(Celah("salinan_indikator", _("Semua indikatornya sama dengan indikator {atasan}").format(atasan=post.nama)))


def _beku(post: _Pos) -> Jabatan:
    texts = dict.fromkeys(box.teks for box in post.janji)
    return Jabatan(
        jabatan=post.nama,
        jenjang=post.jenjang,
        pk=tuple(dict.fromkeys(one.dokumen.berkas for one in post.perjanjian)),
        sumber="pk" if post.perjanjian else "penanggung_jawab",
        kinerja=tuple(texts),
        celah=tuple(post.celah),
        bawahan=tuple(_beku(one) for one in post.bawahan),
    )
