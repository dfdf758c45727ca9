"""Templates of rule files: Jinja in its sandbox, strict on names, with the few filters that findings need."""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from ..bahasa import _
from ..classify import mengulang
from ..extract.nilai.satuan import jenis_satuan, samakan_satuan
from ..match import normalise
from ..match.frasa import parse_phrase
from ..simpanan.diingat import diingat
from .penjumlahan import rupiah
from .pola import ada_pola
from .program import kegiatan_tunggal

BERARTI = 0.25
"""Words below this weight (rarity among indicators) say nothing by themselves."""


def daftar(items: Iterable[object], batas: int = 5) -> str:
    """ "a, b, dan c"; more than `batas` items end in "dan 3 lainnya"."""
    texts = [str(item) for item in items]
    if len(texts) > batas + 1:
        texts = [*texts[:batas], _("{jumlah} lainnya").format(jumlah=len(texts) - batas)]
    if len(texts) < 3:
        return f" {_('dan')} ".join(texts)
    return f"{', '.join(texts[:-1])}, {_('dan')} {texts[-1]}"


def kutip(text: object) -> str:
    """The text in quotes, with runs of spaces and line breaks as one space; a list is quoted item by item."""
    if isinstance(text, (list, tuple)):
        return daftar([kutip(item) for item in text])
    return f"“{' '.join(str(text).split())}”"


def ribuan(text: object) -> str:
    """Money as a person reads it: an amount that a spreadsheet cell holds without separators (176300000) gets them (176.300.000); an
    amount that is printed with its own stays as printed. No "Rp": the table may count in thousands or millions."""
    printed = str(text)
    return rupiah(int(printed)) if printed.isdecimal() and len(printed) > 4 else printed


def cocok(teks: object, pola: str | Iterable[str]) -> bool:
    """Whether one of the patterns occurs in the text, whatever its capitals."""
    patterns = [pola] if isinstance(pola, str) else pola
    return ada_pola(str(teks or ""), patterns, re.I)


def inti(teks: object) -> frozenset[str]:
    """What a goal or indicator is about: the roots of its words without measure, direction and words of every text ("daerah")."""
    reading = parse_phrase(str(teks or ""))[0]
    return frozenset(root for root, weight in reading.isi.items() if weight >= BERARTI)


class _Lingkungan(ImmutableSandboxedEnvironment):
    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As Jinja has it; the structs of the model, which are nearly all that rules look into, have no other attributes to keep back."""
        return not attr.startswith("_") if isinstance(obj, Struct) else super().is_safe_attribute(obj, attr, value)


@cache
def lingkungan() -> ImmutableSandboxedEnvironment:
    env = _Lingkungan(undefined=StrictUndefined, autoescape=False)
    env.filters["daftar"] = daftar
    env.filters["kutip"] = kutip
    env.filters["ribuan"] = ribuan
    env.filters["cocok"] = cocok
    env.filters["inti"] = inti
    env.filters["tautologi"] = lambda teks, indikator: mengulang(str(teks or ""), str(indikator or ""))
    env.filters["kegiatan_tunggal"] = kegiatan_tunggal
    env.filters["satuan"] = lambda teks: samakan_satuan(str(teks)) if teks else ""
    env.filters["jenis_satuan"] = lambda teks: jenis_satuan(str(teks)) if teks else None
    env.filters["baku"] = lambda teks: normalise(str(teks or ""))
    return env


def salah(text: str) -> str | None:
    """What is wrong with the template's syntax, None if nothing."""
    try:
        if _polos(text) is None:
            lingkungan().parse(text)  # a third of the cost of compiling, which waits for a finding
    except TemplateError as error:
        return str(error)
    return None


def salah_ekspresi(text: str) -> str | None:
    """What is wrong with an expression's syntax, None if nothing."""
    try:
        lingkungan().parse("{{ " + text + " }}")
    except TemplateError as error:
        return str(error)
    return None


@cache
def susunan(text: str) -> Template:
    """The compiled template: compiling costs forty times what filling does, and a rule's texts are filled for each finding."""
    return _dari_kode(_kode(text))


@diingat(bytes)
def _kode(text: str) -> bytes:
    """A template's code as Jinja compiles it, packed as Jinja's and Python's own caches keep it: whoever can write into the user's cache
    folder can write into these, too."""
    return marshal.dumps(lingkungan().compile(text))


def _dari_kode(packed: bytes) -> Template:
    env = lingkungan()
    return Template.from_code(env, marshal.loads(packed), env.make_globals(None))


@cache
def _polos(text: str) -> str | None:
    """A text in which nothing is to be filled, as it is printed; None for a template."""
    return None if "{{" in text or "{%" in text or "{#" in text else " ".join(text.split())


def render(text: str, fakta: Mapping[str, Any]) -> str:
    """The template filled; line breaks of the file become spaces."""
    plain = _polos(text)
    return " ".join(susunan(text).render(fakta).split()) if plain is None else plain


@cache
def _ekspresi(text: str) -> Template:
    """A template that leaves the value of an expression in `hasil`; TemplateSyntaxError for anything but one expression."""
    return _dari_kode(_kode_ekspresi(text))


@diingat(bytes)
def _kode_ekspresi(text: str) -> bytes:
    env = lingkungan()
    parser = Parser(env, text, state="variable")
    value = parser.parse_expression()
    if not parser.stream.eos:
        raise TemplateSyntaxError("chunk after expression", parser.stream.current.lineno)
    value.set_environment(env)
    return marshal.dumps(env.compile(nodes.Template([nodes.Assign(nodes.Name("hasil", "store"), value, lineno=1)], lineno=1)))


@diingat(frozenset[str])
def nama_bebas(text: str) -> frozenset[str]:
    """The names that an expression uses."""
    return frozenset(meta.find_undeclared_variables(lingkungan().parse("{{ " + text + " }}")))


def penilai(text: str, tetap: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], Any]:
    """A compiled expression over one node: call it with the node's names, which go before those that stay (`tetap`). Making Jinja's context
    anew costs several times what most expressions do, so that one serves all nodes of a rule."""
    template = _ekspresi(text)
    names: dict[str, Any] = {**template.globals, **tetap}
    context = template.new_context(names, shared=True)

    def nilai(milik: Mapping[str, Any]) -> Any:
        names.update(milik)
        for _part in template.root_render_func(context):
            pass
        return context.vars["hasil"]

    return nilai
