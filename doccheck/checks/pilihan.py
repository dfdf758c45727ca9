"""Which rules run, how grave they are and with which parameters: what every layer of the configuration says, the stronger over the weaker.

A layer is one [aturan]: of an inherited file, of a profile, of the project's own file, of the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Literal

from msgspec.structs import replace

from ..bahasa import _
from ..config import AturanConfig, di_berkas
from ..model import Keparahan
from .rules import ParameterError, Rule, load_rules, parameter

_BERAT = frozenset[Keparahan](("kritis", "tinggi", "sedang"))
Keadaan = Literal["jalan", "diam", "mati"]
"""Whether a rule runs, runs only when asked for, or was turned off."""


def pilih(rules: Sequence[Rule], aturan: AturanConfig) -> list[Rule]:
    """The rules that the configuration leaves, with its severities and parameters. Raises ConfigError, with the line where a file says it,
    for a rule or parameter that does not exist."""
    _periksa_nama(rules, aturan)
    return [
        replace(
            rule,
            keparahan=_keparahan(rule, aturan),
            dengan=parameter(rule, {rule.id: _parameter(rule, aturan)}),
            awal="ya" if _diminta(rule, aturan) else rule.awal,
        )
        for rule in rules
        if keadaan(rule, aturan) == "jalan"
    ]


def keadaan(rule: Rule, aturan: AturanConfig) -> Keadaan:
    """What the layers make of a rule, one after the other."""
    state: Keadaan = _baku(rule)
    for layer in aturan.lapisan:
        state = _di_lapisan(rule, layer, state)
    return state


def _di_lapisan(rule: Rule, layer: AturanConfig, state: Keadaan) -> Keadaan:
    """The id says more than the family; of equals, `nonaktif` holds."""
    wanted = layer.hanya or layer.aktif
    for name in (rule.id, rule.keluarga):
        if name in layer.nonaktif:
            return "mati"
        if name in wanted:
            return "jalan"
    if layer.hanya and state == "jalan":
        return "diam"
    if layer.hanya == () and state != "mati":
        return _baku(rule)
    return state


def _baku(rule: Rule) -> Keadaan:
    return "diam" if rule.awal == "tidak" else "jalan"


def _diminta(rule: Rule, aturan: AturanConfig) -> bool:
    """Whether somebody asks for the rule: turns it or its family on, or says that it is grave."""
    names = {rule.id, rule.keluarga}
    return any(layer.keparahan.get(rule.id) in _BERAT or names & {*(layer.hanya or ()), *layer.aktif} for layer in aturan.lapisan)


def _keparahan(rule: Rule, aturan: AturanConfig) -> Keparahan:
    for layer in reversed(aturan.lapisan):
        for name in (rule.id, rule.keluarga):
            if name in layer.keparahan:
                return layer.keparahan[name]
    return rule.keparahan


def _parameter(rule: Rule, aturan: AturanConfig) -> dict[str, object]:
    return {name: value for layer in aturan.lapisan for name, value in layer.parameter.get(rule.id, {}).items()}


def _periksa_nama(rules: Sequence[Rule], aturan: AturanConfig) -> None:
    """Raises ConfigError for the first name that no rule, no family and no rule's parameter has."""
    known = {rule.id: rule for rule in rules}
    families = {rule.keluarga for rule in rules}
    for layer in aturan.lapisan:
        for key in ("hanya", "aktif", "nonaktif", "keparahan", "parameter"):
            for number, name in enumerate(getattr(layer, key) or ()):
                if name not in known and (key == "parameter" or name not in families):
                    known = {**{rule.id: rule for rule in load_rules()}, **known}
                    families |= {rule.keluarga for rule in known.values()}
                place = ("aturan", key, number if key in ("hanya", "aktif", "nonaktif") else name)
                if key == "parameter" and name in families:
                    raise di_berkas(layer.asal, _("[aturan.parameter]: {nama} bukan aturan, melainkan keluarga").format(nama=name), place)
                if name not in known and name not in families:
                    raise di_berkas(layer.asal, _tak_ada(name, [*known, *families]), place)
        for id, given in layer.parameter.items():
            try:
                parameter(known[id], {id: given})
            except ParameterError as error:
                raise di_berkas(layer.asal, f"[aturan.parameter]: {error}", ("aturan", "parameter", id, error.nama)) from error


def _tak_ada(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name.upper(), known, 1, 0.7)
    message = _("[aturan]: tidak ada aturan {nama}").format(nama=name)
    return message + (f"; {_('maksud Anda {nama}?').format(nama=near[0])}" if near else "")
