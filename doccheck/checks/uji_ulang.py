"""One rule on the documents of a check: what the engine runs, and what rules on follow-up ask again."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import TemplateError
from msgspec import Struct
from msgspec.structs import replace

from ..bahasa import _, get_lang
from ..config import AturanConfig
from ..model import Finding, Jenis
from .bukti import nama_jenis
from .context import Context
from .pilihan import keadaan, pilih
from .ragu import alasan_telaah
from .registry import Lewati, pemeriksa
from .rules import Rule, RuleError, load_rules


class Uji(Struct, frozen=True):
    """The outcome of one rule. alasan: what it could not judge, and why."""

    aturan: str
    dokumen: tuple[Jenis, ...]
    temuan: tuple[Finding, ...] = ()
    alasan: tuple[str, ...] = ()

    @property
    def dinilai(self) -> bool:
        """Whether it examined all that it should have, or found something."""
        return bool(self.temuan) or not self.alasan


def jalankan(ctx: Context, rule: Rule) -> Uji:
    """Runs a rule."""
    from .run import temuan  # the engine, which calls this

    if rule.dokumen and not {item.jenis for item in ctx.dokumen} & set(rule.dokumen):
        names = dict.fromkeys(nama_jenis(jenis) for jenis in rule.dokumen)
        return Uji(rule.id, rule.dokumen, alasan=(_("Tidak ada dokumen {jenis}").format(jenis=", ".join(names)),))
    if rule.periksa is None:
        reason = _("Perlu penilaian manusia: {alasan}").format(alasan=rule.teks[get_lang()].manusia)
        return Uji(rule.id, rule.dokumen, alasan=(reason,))
    found: list[Finding] = []
    reasons: list[str] = []
    try:
        for result in pemeriksa()[rule.periksa](ctx, {**rule.dengan, "dokumen": rule.dokumen}):
            if isinstance(result, Lewati):
                reasons.append(result.alasan)
            else:
                made = temuan(rule, result, ctx.config, get_lang())
                found.append(replace(made, ragu=alasan_telaah(ctx, made, result.telaah)) if made.telaah else made)
    except TemplateError as error:  # a name that does not exist, in a sentence of the rule
        raise RuleError(_("aturan {id}: kalimatnya tidak dapat diisi ({pesan})").format(id=rule.id, pesan=error)) from error
    return Uji(rule.id, rule.dokumen, tuple(found), tuple(dict.fromkeys(reasons)))


def uji(ctx: Context, ids: Iterable[str]) -> list[Uji]:
    """The outcomes of these rules, run now where this check has not run them. Rules that the configuration turns off are not run."""
    asked = list(dict.fromkeys(ids))
    wanted = [id for id in asked if id not in ctx.hasil_aturan]
    if wanted:
        rules = [rule for rule in load_rules() if rule.id in wanted and keadaan(rule, ctx.config.aturan) != "mati"]
        asked_for = AturanConfig(aktif=tuple(rule.id for rule in rules), bawah=ctx.config.aturan.lapisan)
        chosen = {rule.id: rule for rule in pilih(rules, asked_for)}
        for id in wanted:
            rule = chosen.get(id)
            ctx.hasil_aturan[id] = jalankan(ctx, rule) if rule else Uji(id, (), alasan=(_("Aturan tidak aktif"),))
    return [ctx.hasil_aturan[id] for id in asked]
