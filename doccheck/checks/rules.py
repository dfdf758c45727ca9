"""Rule files that the engine can apply: decoded (doccheck.aturan), their check functions known, their templates sound."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from ..aturan import Contoh, ContohBenar, ContohSalah, Dasar, Penjelasan, Rule, RuleError, Teks, read_rule, rule_files
from ..bahasa import _
from ..model import SEVERITIES, Keparahan
from ..simpanan.cache import Cache, judging_version
from . import template
from .registry import pemeriksa

__all__ = [
    "Contoh",
    "ContohBenar",
    "ContohSalah",
    "Dasar",
    "Penjelasan",
    "Rule",
    "RuleError",
    "Teks",
    "load_rule",
    "load_rules",
    "parameter",
    "severity_rank",
]


_termuat: dict[tuple[tuple[Path, int, int], ...], tuple[Rule, ...]] = {}
"""Rules by the state of their files: the shipped ones, and those of the last project that has its own."""


def load_rules(dir: Path | None = None, cache: Cache | None = None) -> tuple[Rule, ...]:
    """All rules below `dir` (the shipped ones by default), by family and id; see load_rule. Files that did not change since a call before
    are not read again, nor what `cache` holds of their content from an earlier run."""
    files = tuple((path, state.st_mtime_ns, state.st_size) for path in rule_files(dir).values() if (state := path.stat()))
    if files not in _termuat:
        while len(_termuat) > 1:
            del _termuat[next(iter(_termuat))]
        paths = [path for path, _changed, _size in files]
        _termuat[files] = _dari_simpanan(paths, cache) if cache else tuple(map(load_rule, paths))
    return _termuat[files]


def _dari_simpanan(paths: Sequence[Path], cache: Cache) -> tuple[Rule, ...]:
    """As load_rule reads them. Decoding YAML and looking over every template takes a quarter of a second, which is most of a check in which
    nothing changed; rules are kept under the content of their files and only where what comes back equals what was put in."""
    contents = sha256(msgspec.msgpack.encode([(str(path), path.read_bytes()) for path in paths])).hexdigest()
    key = cache.side_key("aturan", judging_version(), contents)
    if (kept := cache.get(key)) is not None:
        with contextlib.suppress(msgspec.DecodeError, zlib.error):
            return msgspec.msgpack.decode(zlib.decompress(kept), type=tuple[Rule, ...])
    rules = tuple(map(load_rule, paths))
    packed = msgspec.msgpack.encode(rules)
    if msgspec.msgpack.decode(packed, type=tuple[Rule, ...]) == rules:
        cache.put(key, zlib.compress(packed, 1))
    return rules


def load_rule(path: Path) -> Rule:
    """One rule file. Raises RuleError where doccheck.aturan does, for an unknown check function, and for a template that does
    not compile."""
    rule = read_rule(path)
    for problem in _problems(rule):
        raise RuleError(f"{path}: {problem}")
    return rule


def _problems(rule: Rule) -> list[str]:
    problems = []
    if rule.periksa is not None and rule.periksa not in pemeriksa():
        problems.append(_("tidak ada fungsi periksa {nama}").format(nama=repr(rule.periksa)))
    if expression := rule.dengan.get("ekspresi"):
        problems += _ekspresi(expression, rule)
    for bidang in ("kondisi", "kriteria", "akibat", "rekomendasi"):
        for teks in rule.teks.values():
            if message := template.salah(getattr(teks, bidang)):
                problems.append(f"{bidang}: {message}")
    return problems


def _ekspresi(text: str, rule: Rule) -> list[str]:
    from .functions.expression import NAMA_EKSPRESI

    if message := template.salah_ekspresi(text):
        return [f"ekspresi: {message}"]
    known = {*NAMA_EKSPRESI, *rule.dengan}
    message = _("ekspresi: tidak ada nama {nama}; nama yang ada: {daftar}")
    return [message.format(nama=name, daftar=", ".join(sorted(known))) for name in sorted(template.nama_bebas(text) - known)]


def severity_rank(keparahan: Keparahan) -> int:
    """0 for the gravest."""
    return SEVERITIES.index(keparahan)


class ParameterError(RuleError):
    """A parameter (`nama`) that the rule does not have, or not of that kind."""

    def __init__(self, pesan: str, nama: str) -> None:
        super().__init__(pesan)
        self.nama = nama


def parameter(rule: Rule, override: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The rule's parameters with those of the configuration; ParameterError for one that the rule does not declare, or of
    another kind."""
    given = override.get(rule.id, {})
    if unknown := sorted(set(given) - set(rule.dengan)):
        known = ", ".join(sorted(set(rule.dengan) - {"ekspresi"})) or "-"
        message = _("{aturan} tidak memiliki parameter {nama}; parameternya: {daftar}").format(
            aturan=rule.id, nama=unknown[0], daftar=known
        )
        raise ParameterError(message, unknown[0])
    for name, value in given.items():
        if not _sejenis(value, rule.dengan[name]):
            import json

            shown = json.dumps(rule.dengan[name], ensure_ascii=False)
            message = _("{aturan}: nilai {nama} harus sejenis dengan {contoh}").format(aturan=rule.id, nama=name, contoh=shown)
            raise ParameterError(message, name)
    return {**rule.dengan, **given}


def _sejenis(value: object, example: object) -> bool:
    """Whether a parameter of the configuration is of the kind that the rule's file shows; any number stands for a number, and parts of
    lists and tables may be of any kind where the example has none."""
    if isinstance(example, bool) or isinstance(value, bool):
        return isinstance(example, bool) and isinstance(value, bool)
    if isinstance(example, int | float):
        return isinstance(value, int | float)
    if isinstance(example, list | tuple):
        return isinstance(value, list | tuple) and (not example or all(_sejenis(one, example[0]) for one in value))
    if isinstance(example, dict):
        return isinstance(value, dict)
    return isinstance(value, type(example)) if example is not None else True
