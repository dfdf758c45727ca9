"""On which line of a TOML file each of its entries stands. tomllib keeps no places, and errors without them cost people time.

The text must be one that tomllib takes: nothing is validated here.
"""

from __future__ import annotations

Jalur = tuple[str | int, ...]
"""Keys and indices from the top of the file down."""

_POLOS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def letak(text: str, jalur: Jalur) -> int | None:
    """The line, from 1, of the entry at a path, else of the nearest one above it. None where not even its table is there."""
    lines = semua(text)
    return next((lines[jalur[:end]] for end in range(len(jalur), 0, -1) if jalur[:end] in lines), None)


def semua(text: str) -> dict[Jalur, int]:
    """The lines of all tables, keys and elements of lists by their paths."""
    return _Pindai(text).baris


class _Pindai:
    """One pass over the text; `baris` is what it has found."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n") + "\n"
        self.at = 0
        self.baris: dict[Jalur, int] = {}
        self._counts: dict[Jalur, int] = {}
        table: Jalur = ()
        while self._lewati():
            if self.text[self.at] == "[":
                table = self._tabel()
            else:
                self._pasangan(table)

    def _lewati(self, also: str = "") -> bool:
        """Past white space, comments and the characters `also`; False at the end of the text."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                self.at = self.text.index("\n", self.at)
            elif self.text[self.at] in " \t\n" or self.text[self.at] in also:
                self.at += 1
            else:
                return True
        return False

    def _catat(self, path: Jalur) -> None:
        self.baris.setdefault(path, self.text.count("\n", 0, self.at) + 1)

    def _tabel(self) -> Jalur:
        """A heading, [a.b] or [[a.b]]; what it names lies below the last element of every list of tables on the way."""
        begin = self.at
        many = self.text.startswith("[[", begin)
        self.at += 1 + many
        keys = self._kunci()
        self.at += 1 + many
        path: Jalur = ()
        for number, key in enumerate(keys, start=1):
            path = (*path, key)
            if many and number == len(keys):
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        end, self.at = self.at, begin
        for depth in range(1, len(path) + 1):
            self._catat(path[:depth])
        self.at = end
        return path

    def _kunci(self) -> tuple[str, ...]:
        """A key with its dots; stands behind it, and behind the blanks that follow."""
        import tomllib

        keys: list[str] = []
        while True:
            self._lewati(".")
            if self.text[self.at] in "\"'":
                begin = self.at
                self._teks()
                keys += tomllib.loads(self.text[begin : self.at] + " = 1")
            elif self.text[self.at] in _POLOS:
                begin = self.at
                while self.text[self.at] in _POLOS:
                    self.at += 1
                keys.append(self.text[begin : self.at])
            else:
                return tuple(keys)

    def _pasangan(self, table: Jalur) -> None:
        begin = self.at
        path = (*table, *self._kunci())
        end, self.at = self.at, begin
        for depth in range(len(table) + 1, len(path) + 1):
            self._catat(path[:depth])
        self.at = end + 1  # past the sign
        self._nilai(path)

    def _nilai(self, path: Jalur) -> None:
        self._lewati()
        self._catat(path)
        first = self.text[self.at]
        if first in "\"'":
            self._teks()
        elif first in "[{":
            self.at += 1
            number = 0
            while self._lewati(",") and self.text[self.at] not in "]}":
                if first == "[":
                    self._nilai((*path, number))
                else:
                    self._pasangan(path)
                number += 1
            self.at += 1
        else:
            while self.text[self.at] not in ",]}#\n":
                self.at += 1

    def _teks(self) -> None:
        """Past a string of one of the four kinds."""
        sign = self.text[self.at]
        ends = sign * 3 if self.text.startswith(sign * 3, self.at) else sign
        self.at += len(ends)
        while not self.text.startswith(ends, self.at):
            self.at += 2 if sign == '"' and self.text[self.at] == "\\" else 1
        self.at += len(ends)
        while len(ends) == 3 and self.text.startswith(sign, self.at):
            self.at += 1  # a text may end in up to two of its own signs
