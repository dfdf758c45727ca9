"""JSON of `doccheck ... --format json` inside answers: the same structs, so that both can never differ."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from pydantic import WithJsonSchema

from doccheck.report.kontrak import CheckJson
from doccheck.report.kontrak_bulanan import BulananJson
from doccheck.report.kontrak_temuan import FindingJson


def _inline(part: Any, defs: dict[str, Any]) -> Any:
    """A schema without references, since OpenAPI keeps its components elsewhere, and with tuples of one type as lists of fixed length:
    more generators of clients understand those."""
    if isinstance(part, list):
        return [_inline(one, defs) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _inline(defs[part["$ref"].rsplit("/", 1)[1]], defs)
    made = {key: _inline(value, defs) for key, value in part.items()}
    if (each := made.get("prefixItems")) and all(one == each[0] for one in each):
        made["items"] = made.pop("prefixItems")[0]
    return made


def skema(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """The JSON Schema of a contract."""
    made = msgspec.json.schema(struct)
    whole: dict[str, Any] = _inline({"$ref": made["$ref"]}, made["$defs"])
    return whole


TemuanKontrak = Annotated[Any, WithJsonSchema(skema(FindingJson))]
PeriksaKontrak = Annotated[Any, WithJsonSchema(skema(CheckJson))]
BulananKontrak = Annotated[Any, WithJsonSchema(skema(BulananJson))]
