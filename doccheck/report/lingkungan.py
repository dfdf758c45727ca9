"""Jinja for the pages of one file that reports write."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..bahasa import pasang
from ..resources import resource


def lingkungan(*folder: str) -> Environment:
    """A new environment over folders of templates/: it escapes, is strict about names, and knows the catalogue's texts."""
    env = Environment(
        loader=FileSystemLoader([resource("templates", name) for name in folder]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pasang(env)
    return env
