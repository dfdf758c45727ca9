"""The findings as a flat table with the columns in which people decide, and the links between documents as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...alasan import terjemah
from ...bahasa import _, get_lang, tandai
from ...match.matrix import Matriks, matriks
from ...model import Dokumen, Finding, Ujung
from ...triase.keputusan import ALASAN, KEPUTUSAN, NILAI, SIDIK, TEKS
from ..komponen import KOMPONEN, komponen, kriteria_lke
from ..labels import JENIS, KEPARAHAN
from ..letak import isi
from ..matriks_label import HUBUNGAN, STATUS
from .bahan import Bahan
from .lembar import Kolom, Sel, manusia


def kolom() -> list[Kolom]:
    choices = tuple(_(text) for text in NILAI.values())
    return [
        Kolom(_("No"), 5), Kolom(_("Perangkat daerah"), 22), Kolom(_("Aturan"), 9), Kolom(_("Keparahan"), 10), Kolom(_("Kondisi"), 56),
        Kolom(_("Rekomendasi"), 50), Kolom(_(KEPUTUSAN), 14, choices), Kolom(_(ALASAN), 30), Kolom(_(TEKS), 44), Kolom(_("Bukti"), 60),
        Kolom(_("Kriteria"), 44), Kolom(_("Akibat"), 36), Kolom(_("Keyakinan"), 10), Kolom(_("Perlu telaah"), 34),
        Kolom(_("Komponen LKE"), 22), Kolom(_("Kriteria LKE"), 12), Kolom(_("Nama aturan"), 34), Kolom(_("Dokumen"), 34),
        Kolom(_(SIDIK), 20),
    ]  # fmt: skip


def baris(bahan: Bahan) -> list[list[Sel]]:
    """All findings, and those that people rejected in an earlier paper, so that no decision is lost."""
    rejected = [one.finding for one in bahan.report.diabaikan if one.finding.keputusan]
    return [_baris(number, one, bahan) for number, one in enumerate((*bahan.report.findings, *rejected), start=1)]


def _baris(number: int, finding: Finding, bahan: Bahan) -> list[Sel]:
    rule = bahan.rules.get(finding.aturan)
    part = komponen(rule) if rule else None
    made = finding.keputusan
    own = made.rekomendasi if made and made.rekomendasi is not None else finding.rekomendasi
    changed = finding.rekomendasi if made and made.rekomendasi is not None else None
    return [
        Sel(number), Sel(finding.perangkat_daerah or _("Tingkat daerah")), Sel(finding.aturan), Sel(_(KEPARAHAN[finding.keparahan])),
        Sel(finding.kondisi), Sel(own), Sel(_(NILAI[made.putusan]), "manusia") if made else manusia(),
        Sel(made.alasan, "manusia") if made else manusia(), Sel(changed, "manusia"), Sel("\n".join(isi(one) for one in finding.bukti)),
        Sel(finding.kriteria), Sel(finding.akibat), Sel(finding.keyakinan), Sel(_telaah(finding)),
        Sel(_(KOMPONEN[part]) if part else ""), Sel(", ".join(kriteria_lke(rule)) if rule else ""),
        Sel(rule.teks[get_lang()].nama if rule else ""), Sel("\n".join(dict.fromkeys(one.dokumen for one in finding.bukti))),
        Sel(finding.sidik),
    ]  # fmt: skip


_KEADAAN = {
    "same": tandai("sama"),
    "reworded": tandai("dirumuskan lain"),
    "different": tandai("berbeda"),
    "turun": tandai("tanpa turunan"),
    "induk": tandai("tanpa induk"),
}


def kolom_matriks() -> list[Kolom]:
    return [
        Kolom(_("No"), 5), Kolom(_("Keadaan"), 16), Kolom(_("Dokumen atas"), 34), Kolom(_("Level"), 11), Kolom(_("Kinerja"), 46),
        Kolom(_("Indikator"), 46), Kolom(_("Dokumen bawah"), 34), Kolom(_("Level"), 11), Kolom(_("Kinerja"), 46), Kolom(_("Indikator"), 46),
        Kolom(_("Hubungan"), 11), Kolom(_("Status"), 12), Kolom(_("Skor"), 8), Kolom(_("Alasan"), 44),
    ]  # fmt: skip


def baris_matriks(bahan: Bahan, daerah: Sequence[Sequence[Dokumen]]) -> list[list[Sel]]:
    """The alignment matrix as a table: what is linked, then what no lower document takes up, then what stems from no upper one. Each pemda
    apart, as the check links them."""
    rows: list[list[Sel]] = []
    for part in _per_pemda(bahan, daerah):
        for link in part.tautan:
            state = Sel(_(_KEADAAN[link.verdict]), "mesin")
            words = Sel(_(HUBUNGAN[link.hubungan])), Sel(_(STATUS.get(link.status, link.status)))
            end = [*words, Sel(round(link.skor, 2)), Sel(terjemah(link.alasan))]
            rows.append([Sel(len(rows) + 1), state, *_ujung(link.dari), *_ujung(link.ke), *end])
        for one in part.tanpa_turunan:
            rows.append([Sel(len(rows) + 1), Sel(_(_KEADAAN["turun"]), "mesin"), *_ujung(one), *_kosong(8)])
        for one in part.tanpa_induk:
            rows.append([Sel(len(rows) + 1), Sel(_(_KEADAAN["induk"]), "mesin"), *_kosong(4), *_ujung(one), *_kosong(4)])
    return rows


def _per_pemda(bahan: Bahan, daerah: Sequence[Sequence[Dokumen]]) -> Iterator[Matriks]:
    valid = {document.berkas for document in bahan.dokumen}
    for group in daerah:
        names = {document.berkas for document in group} & valid
        links = [link for link in bahan.report.links if link.dari.berkas in names]
        yield matriks([document for document in group if document.berkas in names], links)


def _ujung(end: Ujung) -> list[Sel]:
    return [Sel(f"{_(JENIS[end.jenis])}: {end.berkas}"), Sel(end.level), Sel(end.uraian), Sel(end.indikator)]


def _kosong(count: int) -> list[Sel]:
    return [Sel()] * count


def _telaah(finding: Finding) -> str:
    if not finding.telaah:
        return _("tidak")
    return f"{_('ya')}: {'; '.join(finding.ragu)}" if finding.ragu else _("ya")
