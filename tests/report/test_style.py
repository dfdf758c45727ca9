from __future__ import annotations

import re

import pytest

from doccheck.model import SEVERITIES
from doccheck.resources import resource

CSS = resource("templates", "laporan", "gaya.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS.split("}")[0]))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2 of "#rrggbb"."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("text", ["tinta", "tinta-2", "aksen"])
@pytest.mark.parametrize("ground", ["dasar", "latar", "garis-2"])
def test_text_can_be_read_on_every_ground(text: str, ground: str) -> None:
    assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("severity", [*SEVERITIES, "telaah"])
def test_severities_can_be_read_on_white_and_on_their_tint(severity: str) -> None:
    tints = dict(re.findall(r"--(k-[\w]+): (#[0-9a-f]{6});", next(x for x in CSS.splitlines() if x.startswith(f".k-{severity} {{"))))
    assert contrast(COLOURS[severity], COLOURS["dasar"]) >= 4.5
    assert contrast(COLOURS[severity], tints["k-muda"]) >= 4.5
    assert all(contrast(COLOURS["tinta"], tint) >= 7 for tint in tints.values())


def test_each_severity_has_a_shape_of_its_own() -> None:
    symbols = resource("templates", "laporan", "bagian", "ikon.html.j2").read_text(encoding="utf-8")
    shapes = dict(re.findall(r'<symbol id="i-(\w+)"[^>]*>(.*?)</symbol>', symbols))
    assert set(shapes) == {*SEVERITIES, "telaah"}
    assert len(set(shapes.values())) == len(shapes)


def test_nothing_is_loaded_by_the_style() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
