"""The OpenAPI document as plain data for the reference page: no script, nothing from another host."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Jenis(Struct, frozen=True):
    """A type in words; acuan: the name of the schema it points to."""

    teks: str
    acuan: str = ""


class Isian(Struct, frozen=True):
    nama: str
    jenis: Jenis
    wajib: bool
    tempat: str = ""


class Operasi(Struct, frozen=True):
    """isian: parameters and form fields · badan: of a JSON body · jawaban: status -> type of what comes back."""

    metode: str
    jalur: str
    id: str
    judul: str
    keterangan: str
    isian: tuple[Isian, ...]
    badan: Jenis | None
    jawaban: tuple[tuple[str, Jenis | None], ...]


class Kelompok(Struct, frozen=True):
    nama: str
    operasi: tuple[Operasi, ...]


class Skema(Struct, frozen=True):
    nama: str
    keterangan: str
    isian: tuple[Isian, ...]


def jenis(part: dict[str, Any]) -> Jenis:
    """ "integer", "list of Versi", "kritis | tinggi"."""
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[1]
        return Jenis(name, name)
    if "anyOf" in part:
        kinds = [jenis(one) for one in part["anyOf"]]
        return Jenis(" | ".join(one.teks for one in kinds), next((one.acuan for one in kinds if one.acuan), ""))
    if "enum" in part:
        return Jenis(" | ".join(str(one) for one in part["enum"]))
    if "const" in part:
        return Jenis(str(part["const"]))
    if part.get("type") == "array":
        inner = jenis(part.get("items", {}))
        return Jenis(f"[{inner.teks}]", inner.acuan)
    if part.get("title", "").endswith("Json"):
        return Jenis(part["title"])
    kind = part.get("format") or part.get("type", "JSON")
    return Jenis(kind if isinstance(kind, str) else " | ".join(kind))


def _isian(part: dict[str, Any], tempat: str = "") -> tuple[Isian, ...]:
    wanted = set(part.get("required", ()))
    return tuple(Isian(name, jenis(one), name in wanted, tempat) for name, one in part.get("properties", {}).items())


def _jawaban(content: dict[str, Any]) -> Jenis | None:
    kinds = [jenis(one["schema"]) if kind == "application/json" else Jenis(kind) for kind, one in content.items()]
    return kinds[0] if len(kinds) == 1 else Jenis(", ".join(one.teks for one in kinds)) if kinds else None


def _operasi(metode: str, jalur: str, part: dict[str, Any]) -> Operasi:
    given = [Isian(one["name"], jenis(one["schema"]), one["required"], one["in"]) for one in part.get("parameters", ())]
    body: Jenis | None = None
    for kind, content in part.get("requestBody", {}).get("content", {}).items():
        if kind == "application/json":
            body = jenis(content["schema"])
        else:
            given += _isian(content["schema"], "form")
    answers = []
    for status, answer in part["responses"].items():
        if int(status) < 400:
            answers.append((str(status), _jawaban(answer.get("content", {}))))
    return Operasi(
        metode.upper(), jalur, part["operationId"], part["summary"], part.get("description", ""), tuple(given), body, tuple(answers),
    )  # fmt: skip


def susun(openapi: dict[str, Any]) -> tuple[list[Kelompok], list[Skema]]:
    """Operations by group in their order, and the schemas that they name, by name."""
    groups: dict[str, list[Operasi]] = {}
    for path, operations in openapi["paths"].items():
        for method, part in operations.items():
            groups.setdefault(part["tags"][0], []).append(_operasi(method, path, part))
    schemas = openapi["components"]["schemas"]
    wanted = _disebut(openapi["paths"], schemas)
    listed = [Skema(name, part.get("description", ""), _isian(part)) for name, part in sorted(schemas.items()) if name in wanted]
    return [Kelompok(name, tuple(found)) for name, found in groups.items()], listed


def _disebut(part: Any, schemas: dict[str, Any]) -> set[str]:
    """Names of the schemas that something points to, and what these point to: ninja lists those of addresses' parameters as well."""
    found: set[str] = set()
    waiting = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            name = one["$ref"].rsplit("/", 1)[1] if isinstance(one.get("$ref"), str) else ""
            if name and name not in found:
                found.add(name)
                waiting.append(schemas[name])
            waiting += one.values()
    return found
