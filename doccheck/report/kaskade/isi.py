"""What the cascade of a pemda holds once it is laid out: boxes, their owners, posts, and the gaps in between."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ...checks.jabatan import Jenjang
from ...model import Jenis, Level, Lokasi

JenisCelah = Literal[
    "belum_dijabarkan", "tanpa_induk", "tanpa_pengampu", "tanpa_pk", "lompat_jenjang", "berhenti", "anak_tunggal", "salinan_indikator"
]
"""belum_dijabarkan: no agency takes a goal of the RPJMD up · tanpa_induk: an agency's goal stems from no goal above · tanpa_pengampu: a box
without an owner, where others of its level have one · tanpa_pk: an owner without an agreement · lompat_jenjang: a level is left out ·
berhenti: a branch ends where others of the document go on · anak_tunggal: a chain without branches that says the same again ·
salinan_indikator: every indicator is the parent's."""

Sumber = Literal["pk", "cascading", "penanggung_jawab"]


class Celah(Struct, frozen=True):
    """A gap, and what it is in words of the reader's language."""

    jenis: JenisCelah
    teks: str


class Pemilik(Struct, frozen=True):
    """Who answers for a box. sumber: what says so · pk: whether the post has an agreement of the year, None where that cannot be told (no
    agreement of its rank is at hand, or the text names no post)."""

    jabatan: str
    jenjang: Jenjang
    sumber: Sumber
    berkas: str
    pk: bool | None = None


class Simpul(Struct, frozen=True, kw_only=True):
    """A box of the cascade: a goal, once, however many tables print it.

    id: unique in the whole tree and stable for equal documents · jenis, berkas, lokasi: the document that prints it best · pd: the agency,
    None for the region · indikator: texts over all its occurrences · skor, alasan: of the link to the parent, None and "" where the same
    document says so itself · juga: ids of other boxes that are its parent, too.
    """

    id: str
    jenis: Jenis
    berkas: str
    level: Level
    uraian: str
    pd: str | None = None
    kode: str | None = None
    hasil: str | None = None
    indikator: tuple[str, ...] = ()
    pemilik: tuple[Pemilik, ...] = ()
    lokasi: Lokasi = Lokasi()
    skor: float | None = None
    alasan: str = ""
    juga: tuple[str, ...] = ()
    celah: tuple[Celah, ...] = ()
    anak: tuple[Simpul, ...] = ()


class Jabatan(Struct, frozen=True, kw_only=True):
    """A post of an agency. pk: files of its agreements of the year · sumber: what names it · kinerja: texts that it promises · bawahan:
    posts below it, by the agreements' second parties, else by rank."""

    jabatan: str
    jenjang: Jenjang
    pk: tuple[str, ...] = ()
    sumber: Sumber = "pk"
    kinerja: tuple[str, ...] = ()
    celah: tuple[Celah, ...] = ()
    bawahan: tuple[Jabatan, ...] = ()


class Perangkat(Struct, frozen=True, kw_only=True):
    """How deep and wide the cascade of one agency is.

    dokumen: files by kind · lebar: boxes by level · terendah: the lowest level of a box · jenjang_disebut, jenjang_pk: the lowest rank that
    is named anywhere, and that has an agreement · tanpa_pk: posts without one · celah: number of gaps by kind · tidak_dinilai: what could
    not be told, and why.
    """

    pd: str
    dokumen: dict[Jenis, tuple[str, ...]]
    lebar: dict[Level, int]
    terendah: Level | None
    jenjang_disebut: Jenjang | None
    jenjang_pk: Jenjang | None
    jabatan: tuple[Jabatan, ...] = ()
    tanpa_pk: tuple[str, ...] = ()
    celah: dict[JenisCelah, int] = {}
    tidak_dinilai: tuple[str, ...] = ()


class Pohon(Struct, frozen=True, kw_only=True):
    """The cascade of one pemda in one year. akar: goals of the RPJMD with everything that stems from them · lepas: trees of agencies that
    hang on nothing above (all of them where there is no RPJMD)."""

    pemda: str | None
    tahun: int | None
    akar: tuple[Simpul, ...]
    lepas: tuple[Simpul, ...]
    perangkat: tuple[Perangkat, ...]
    tidak_dinilai: tuple[str, ...] = ()
