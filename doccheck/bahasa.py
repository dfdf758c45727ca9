"""The language of texts that users read: Indonesian in the source, English from the gettext catalogue in locale/.

`_("Berkas tidak ada: {berkas}").format(berkas=...)`: placeholders are named, so that a translation may reorder them.
The language is a context variable: each request of the web application and each worker process sets its own.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from jinja2 import Environment

Lang = Literal["id", "en"]
LANGS: tuple[Lang, ...] = ("id", "en")

_lang: ContextVar[Lang] = ContextVar("doccheck_lang", default="id")


@lru_cache
def _catalogue(lang: Lang) -> gettext.NullTranslations:
    if lang == "id":
        return gettext.NullTranslations()
    return gettext.translation("doccheck", Path(__file__).parent / "locale", [lang])


def set_lang(lang: Lang) -> None:
    """Sets the language for the current context (thread, task or process)."""
    _lang.set(lang)


def get_lang() -> Lang:
    return _lang.get()


@contextmanager
def berbahasa(lang: Lang) -> Iterator[None]:
    """The language inside the block only."""
    token = _lang.set(lang)
    try:
        yield
    finally:
        _lang.reset(token)


def _(teks: str) -> str:
    """The text in the current language; unknown texts stay Indonesian."""
    return _catalogue(_lang.get()).gettext(teks) if teks else ""  # gettext keeps its header under the empty text


def persen(share: float) -> str:
    """A share 0..1 as "87%", rounded down, so that nothing below it is called 100 %."""
    return f"{int(share * 100 + 1e-9)}%"


def pgettext(konteks: str, teks: str) -> str:
    """Like `_` for a text that English says in several ways; Indonesian has one. "banyak": of a list, where `_` gives the word for one."""
    return _catalogue(_lang.get()).pgettext(konteks, teks)


def jamak(teks: str, n: int) -> str:
    """Like `_` for a text with a count: Indonesian has one form, English two. The text still holds its placeholder."""
    return _catalogue(_lang.get()).ngettext(teks, teks, n)


def tandai(teks: str) -> str:
    """Marks a text for the catalogue where it is defined; `_` translates it where it is shown."""
    return teks


def pasang(env: Environment) -> None:
    """Gives a Jinja environment `_`, `gettext`, `ngettext` and {% trans %} in the current language (newstyle calls), and the filter
    `terjemah` for reasons."""
    from .alasan import terjemah

    env.filters["terjemah"] = terjemah
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(  # type: ignore[attr-defined]
        _, lambda satu, _banyak, n: jamak(satu, n), newstyle=True, pgettext=pgettext
    )
