"""Word reports: Jinja in a Word template that users can edit, rendered in a sandbox, with the same bytes for the same report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from ..bahasa import _, get_lang
from ..config import ConfigError
from ..laporan_sendiri import TANDA
from ..resources import resource

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TCPR = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign",
    "hideMark",
)  # fmt: skip


def templat(nama: str, milik: Path | None = None) -> Path:
    """The template `nama` ("lhe", "reviu") in the current language: the user's file, the one in the user's folder, else the shipped one.
    Raises ConfigError where the user's is not there."""
    names = [f"{nama}.docx"] if get_lang() == "id" else [f"{nama}.{get_lang()}.docx", f"{nama}.docx"]
    if milik is None:
        return resource("templates", "word", names[0])
    if milik.is_file():
        return milik
    found = next((milik / name for name in names if (milik / name).is_file()), None)
    if found is None:
        raise ConfigError(_("templat {nama} tidak ada dalam {folder}").format(nama=names[0], folder=milik))
    return found


def cetak(path: Path, isi: Callable[[Any], dict[str, Any]]) -> bytes:
    """The document of a template. `isi` makes the context; it is given the document, which pictures need. Raises ConfigError for a template
    that is no Word document or whose Jinja is wrong."""
    from docx.opc.exceptions import OpcError
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    try:
        document = DocxTemplate(str(path))
        document.init_docx()
    except (OpcError, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise ConfigError(f"{path}: " + _("bukan templat Word ({rincian})").format(rincian=error)) from error
    try:
        document.render(isi(document), SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    except TemplateError as error:
        raise ConfigError(f"{path}: " + _("templat salah: {rincian}").format(rincian=error)) from error
    _urutkan(document.docx.element.body)
    properties = document.docx.core_properties
    properties.author, properties.keywords = "doccheck", TANDA
    properties.created = properties.modified = datetime(2000, 1, 1)
    stream = io.BytesIO()
    document.save(stream)
    return tetap(stream.getvalue())


def _urutkan(body: Any) -> None:
    """Puts the properties of cells in the order of the schema (CT_TcPr): docxtpl's cellbg writes the shading before the width, which Word
    may take for a damaged file."""
    from docx.oxml.ns import qn

    order = {qn(f"w:{name}"): number for number, name in enumerate(_TCPR)}
    for properties in body.iter(qn("w:tcPr")):
        properties[:] = sorted(properties, key=lambda one: order.get(one.tag, len(order)))


def tetap(berkas: bytes) -> bytes:
    """The ZIP file with the dates of its members set to a fixed one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(berkas)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            plain = zipfile.ZipInfo(info.filename, _EPOCH)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.external_attr = 0o600 << 16
            new.writestr(plain, old.read(info))
    return stream.getvalue()
