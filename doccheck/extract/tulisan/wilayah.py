"""Names of provinces, regencies and cities (rules/leksikon/wilayah.txt)."""

from __future__ import annotations

from functools import lru_cache

from ...resources import resource

JENIS = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}


@lru_cache(maxsize=1)
def wilayah() -> dict[str, tuple[str, ...]]:
    """Maps "provinsi", "kabupaten" and "kota" to names without that word."""
    found: dict[str, list[str]] = {kind: [] for kind in JENIS}
    for line in resource("rules", "leksikon", "wilayah.txt").read_text(encoding="utf-8").splitlines():
        kind, colon, names = line.partition(":")
        if colon and kind in found:
            found[kind] += [name.strip() for name in names.split(",")]
    return {kind: tuple(names) for kind, names in found.items()}
