"""What the word lists refuse."""

from __future__ import annotations

import pytest
import yaml

from doccheck.config import ConfigError
from doccheck.match import leksikon, makna
from doccheck.match.leksikon import LeksikonError, muat, tunggal


@pytest.mark.parametrize(
    ("file", "section", "words"),
    [
        ("kontras.yaml", "objek", ["ktp", "kartu keluarga"]),
        ("kontras.yaml", "status", ["tata kelola", "efektif"]),
        ("sinonim.yaml", "dekat", ["laki-laki", "pria"]),
        ("sinonim.yaml", "setara", ["Mutu", "kualitas"]),
    ],
)
def test_a_phrase_in_a_list_of_words_is_refused(monkeypatch, file, section, words):
    changed = muat(file) | {section: [words]}
    monkeypatch.setattr(makna, "muat", lambda name: changed if name == file else muat(name))
    bad = next(word for word in words if not word.isalpha() or not word.islower())
    with pytest.raises(LeksikonError, match=rf"{file}, {section}: .{bad}.: .*kata tunggal") as caught:
        makna.makna.__wrapped__()
    assert isinstance(caught.value, ConfigError)  # the command says it in one line, without a traceback


def test_single_words_and_lists_without_groups(monkeypatch):
    assert tunggal("ukuran.yaml", "satuan", ["km2", "%", "orang"]) == ["km2", "%", "orang"]
    changed = muat("kontras.yaml") | {"syarat": ["tindak lanjut"]}
    monkeypatch.setattr(makna, "muat", lambda name: changed if name == "kontras.yaml" else muat(name))
    with pytest.raises(LeksikonError, match=r"syarat: .tindak lanjut."):
        makna.makna.__wrapped__()


def test_no_word_stands_in_a_group_twice():
    """A group with one word says nothing, a word twice in a group is a slip."""
    for file, sections in (("sinonim.yaml", ("setara", "dekat")), ("kontras.yaml", ("objek", "status"))):
        for section in sections:
            for words in yaml.safe_load((leksikon.resource("rules", "leksikon") / file).read_text(encoding="utf-8"))[section]:
                assert len(words) == len(set(words)) > 1, (file, section, words)


def test_no_group_of_synonyms_lies_within_another():
    """It says nothing that the larger one does not say, and hides what the larger one means."""
    groups = yaml.safe_load((leksikon.resource("rules", "leksikon") / "sinonim.yaml").read_text(encoding="utf-8"))
    for section in ("setara", "dekat"):
        sets = [frozenset(words) for words in groups[section]]
        assert [sorted(a) for at, a in enumerate(sets) for other, b in enumerate(sets) if at != other and a <= b] == []
