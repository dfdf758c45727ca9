"""Decisions of a project over the judgement of texts."""

from __future__ import annotations

import pytest

from doccheck.classify import orientation, polaritas
from doccheck.config import Config, ConfigError, PasanganConfig
from doccheck.match import compare, tautkan
from doccheck.match.putusan import memutus
from doccheck.triase.putusan import INDIKATOR, PASANGAN, baca

from .buat import dokumen, node

CONFIG = Config(
    sama=(PasanganConfig("Persentase warga berdaya", "Persentase penduduk mandiri", "istilah daerah"),),
    beda=(PasanganConfig("Persentase desa mandiri", "Persentase desa mandiri dan maju"),),
    orientasi={"Jumlah rapat koordinasi": "output"},
    polaritas={"Angka kemiskinan": "tetap"},
)


def test_decisions_come_before_words_and_are_noted(tmp_path):
    with memutus(baca(CONFIG, tmp_path)) as known:
        same = compare("Persentase Warga Berdaya (%)", "Persentase penduduk mandiri")
        assert (same.verdict, same.score) == ("same", 1.0)
        assert "istilah daerah" in same.reason
        assert compare("Persentase desa mandiri dan maju", "Persentase desa mandiri").verdict == "different"
        assert orientation("Jumlah Rapat Koordinasi", "Kali").label == "output"
        assert polaritas("Angka kemiskinan") == "tetap"
        assert [entry.nilai for entry in known.terpakai()] == ["sama", "beda", "output", "tetap"]
    assert compare("Persentase desa mandiri dan maju", "Persentase desa mandiri").verdict == "reworded"
    assert polaritas("Angka kemiskinan") == "turun"


def test_tables_beside_the_documents_win_over_the_configuration(tmp_path):
    (tmp_path / PASANGAN).write_text("a;b;putusan\nPersentase desa mandiri;Persentase desa mandiri dan maju;SAMA\n", encoding="utf-8")
    (tmp_path / INDIKATOR).write_text("indikator,orientasi,polaritas,alasan\nAngka kemiskinan,,naik,uji\n", encoding="utf-8")
    with memutus(baca(CONFIG, tmp_path)):
        assert compare("Persentase desa mandiri", "Persentase desa mandiri dan maju").reason.endswith("doccheck-pasangan.csv:2")
        assert polaritas("Angka kemiskinan") == "naik"


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (PASANGAN, "a,b,putusan\nx,y,mirip\n", 2),
        (PASANGAN, "a,b,putusan\nx,,sama\n", 2),
        (PASANGAN, "a,b,nilai\n", 1),
        (PASANGAN, "a,b,putusan\nPersentase arsip, buku, dan peta,x,sama\n", 2),
        (PASANGAN, 'a,b,putusan\n"x\ny",z,sama\nx,,sama\n', 4),
        (INDIKATOR, "indikator,orientasi,polaritas\nx,hasil,\n", 2),
        (INDIKATOR, "indikator,orientasi,polaritas\nx,,\n", 2),
    ],
)
def test_what_cannot_be_used_is_said_with_its_line(tmp_path, name, text, line):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=f"{name}:{line}: "):
        baca(Config(), tmp_path)


def test_texts_decided_to_be_the_same_are_linked(tmp_path):
    upper = dokumen("r.pdf", "renstra", node("u", "sasaran", "S", "Persentase warga berdaya"), pd="D")
    lower = dokumen("p.pdf", "pk", node("l", "sasaran", "T", "Persentase penduduk mandiri"), pd="D")
    assert tautkan([upper, lower]) == ()
    with memutus(baca(CONFIG, tmp_path)):
        (link,) = tautkan([upper, lower])
    assert (link.dari.id, link.ke.id, link.verdict) == ("u", "l", "same")
