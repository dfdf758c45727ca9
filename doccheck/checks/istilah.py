"""Terms of findings in the reader's language."""

from __future__ import annotations

from ..bahasa import _, tandai

_ORIENTASI = {"output": tandai("keluaran (output)"), "proses": tandai("proses"), "input": tandai("masukan (input)")}
_MATA_RANTAI = {
    "renstra": "Renstra",
    "renja": "Renja",
    "rencana_aksi": tandai("Rencana Aksi"),
    "lkjip": "LKjIP",
    "pk_kepala": tandai("PK kepala perangkat daerah"),
    "pk_bawahan": tandai("PK pejabat eselon III dan di bawahnya"),
}
BUKAN_HASIL = frozenset(_ORIENTASI)
"""The orientations that are no outcome."""


def orientasi(label: str) -> str:
    """ "keluaran (output)" for "output"."""
    return _(_ORIENTASI[label])


def mata_rantai(kunci: str) -> str:
    """The name of a missing document."""
    return _(_MATA_RANTAI[kunci])
