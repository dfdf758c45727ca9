"""KKE 2: each indicator as Renstra, Renja and PK state it, the level of the post that promises it, and whether the cascade is apt."""

from __future__ import annotations

from ...bahasa import _, tandai
from ...model import Dokumen, Jenis, Level, Ujung
from .bahan import Bahan, keterangan, kriteria, letak, pemilik
from .lembar import Kolom, Sel, manusia, pengisi

KELOMPOK: tuple[tuple[str, Jenis, tuple[Level, ...]], ...] = (
    (tandai("Ultimate Outcome"), "rpjmd", ("tujuan", "sasaran")),
    (tandai("Intermediate Outcome"), "renstra", ("tujuan", "sasaran")),
    (tandai("Immediate Outcome"), "renstra", ("program",)),
    (tandai("Output"), "renstra", ("kegiatan", "subkegiatan")),
)
"""Groups of rows in the order of the form: name, document, levels of the goals."""
_PER_SEL = 3


def kolom() -> list[Kolom]:
    return [
        Kolom(_("No"), 5), Kolom(_("Kelompok"), 20), Kolom(_("Perangkat daerah"), 22), Kolom(_("Indikator Kinerja"), 42),
        Kolom(_("Renstra"), 34), Kolom(_("Renja"), 34), Kolom(_("PK"), 34), Kolom(_("Level Jabatan"), 26),
        Kolom(_("Ketepatan Cascading (Y=1, K=0,5, T=0)"), 14, (1, 0.5, 0)), Kolom(_("Diisi oleh"), 22), Kolom(_("Ket."), 48),
        Kolom(_("Letak"), 32),
    ]  # fmt: skip


def baris(bahan: Bahan) -> list[list[Sel]]:
    """Rows by group. What is printed comes from the documents; apt or not is a person's judgement, but for a certain finding against it."""
    columns = kolom()
    rows: list[list[Sel]] = []
    for group, kind, levels in KELOMPOK:
        for document, item in bahan.butir(kind, levels):
            node, number = item.kejadian[0]
            one = node.indikator[number]
            below = [end for end in bahan.ke_bawah(document, item) if end.indikator]
            findings = bahan.temuan(document.berkas, one.uraian)
            wrong = any(finding.aturan in kriteria()["kaskade"] and not finding.telaah for finding in findings)
            own = Sel(one.uraian) if kind == "renstra" else _dokumen(bahan, document, below, "renstra")
            row = [
                Sel(len(rows) + 1), Sel(_(group)), Sel(pemilik(document)), Sel(one.uraian), own,
                _dokumen(bahan, document, below, "renja"), _dokumen(bahan, document, below, "pk"), _jabatan(bahan, below),
                Sel(0, "mesin") if wrong else manusia(),
            ]  # fmt: skip
            row += [Sel(pengisi(columns, row)), Sel(keterangan(findings)), Sel(letak(document, node, one))]
            rows.append(row)
    return rows


def _dokumen(bahan: Bahan, document: Dokumen, below: list[Ujung], kind: Jenis) -> Sel:
    """How the documents of a kind state the indicator: their words, or that they don't, or that there are none."""
    if not bahan.ada(kind, document):
        return Sel(_("(dokumen tidak ada)"), "mesin")
    texts = dict.fromkeys(end.indikator or "" for end in below if end.jenis == kind)
    if not texts:
        return Sel(_("(tidak ditemukan)"), "mesin")
    shown = list(texts)[:_PER_SEL]
    return Sel("\n".join(shown) + (" …" if len(texts) > _PER_SEL else ""), "mesin")


def _jabatan(bahan: Bahan, below: list[Ujung]) -> Sel:
    posts = []
    for end in below:
        found = bahan.simpul.get((end.berkas, end.id))
        if found and end.jenis == "pk" and (post := found[1].jabatan or found[0].jabatan):
            posts.append(post)
    unique = list(dict.fromkeys(posts))
    return Sel("\n".join(unique[:_PER_SEL]) + (" …" if len(unique) > _PER_SEL else ""), "mesin")
