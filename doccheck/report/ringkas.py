"""Single lines on what was set aside and on the baseline, for every report alike."""

from __future__ import annotations

from datetime import date

from ..bahasa import _, jamak, tandai
from ..model import AbaikanUsang, Finding, Report, Riwayat, Tercatat, Triase
from ..triase.keputusan import NILAI

TRIASE: dict[Triase, str] = {
    "terbuka": tandai("terbuka"),
    "diterima": tandai("diterima"),
    "dikerjakan": tandai("dikerjakan"),
    "ditolak": tandai("ditolak"),
}


def baris_diabaikan(report: Report) -> str:
    """ "3 temuan diabaikan; 1 pengabaian tidak terpakai; 1 kedaluwarsa", empty where nothing was set aside."""
    unused = sum(1 for item in report.abaikan_usang if item.keadaan == "tidak_terpakai")
    expired = len(report.abaikan_usang) - unused
    parts = [
        jamak("{n} temuan diabaikan dengan alasan", len(report.diabaikan)).format(n=len(report.diabaikan)) if report.diabaikan else "",
        jamak("{n} pengabaian tidak terpakai", unused).format(n=unused) if unused else "",
        jamak("{n} pengabaian kedaluwarsa", expired).format(n=expired) if expired else "",
    ]
    return "; ".join(part for part in parts if part)


def baris_pelengkap(report: Report) -> str:
    """ "3 temuan pelengkap (kerapian dan petunjuk) tidak ditampilkan", empty where none was put aside."""
    many = len(report.pelengkap)
    return jamak("{n} temuan pelengkap (kerapian dan petunjuk) tidak ditampilkan", many).format(n=many) if many else ""


def baris_baseline(report: Report) -> str:
    """ "Terhadap baseline 2026-10-01: 3 baru, 30 terbuka (paling lama 45 hari), 2 selesai"; empty without a baseline."""
    past = report.riwayat
    if past is None:
        return ""
    open_text = jamak("{n} terbuka", len(past.lama)).format(n=len(past.lama))
    if past.lama:
        days = max(umur(item, past) for item in past.lama.values())
        open_text += " (" + jamak("paling lama {n} hari", days).format(n=days) + ")"
    parts = [
        jamak("{n} baru", len(past.baru)).format(n=len(past.baru)),
        open_text,
        jamak("{n} selesai", len(past.selesai)).format(n=len(past.selesai)),
    ]
    if unknown := len(past.tidak_diperiksa):
        parts.append(jamak("{n} tidak diperiksa kali ini", unknown).format(n=unknown))
    counts = ", ".join(parts)
    return _("Terhadap baseline {tanggal}: {jumlah}").format(tanggal=past.tanggal, jumlah=counts)



def tanda_ragu(finding: Finding) -> str:
    """ "Perlu telaah: angka “81,5” (pk.pdf hal. 4 tabel 1 baris 2) terbaca dengan keyakinan 62%", empty for a sure finding."""
    return f"{_('Perlu telaah')}: {'; '.join(finding.ragu)}" if finding.telaah and finding.ragu else ""


def tanda_keputusan(finding: Finding) -> str:
    """ "diterima penelaah, teks diubah: sesuai hasil klarifikasi", empty where nobody decided."""
    made = finding.keputusan
    if made is None:
        return ""
    text = _("{keputusan} menurut penelaah").format(keputusan=_(NILAI[made.putusan]))
    if made.rekomendasi is not None:
        text += ", " + _("teks diubah")
    return f"{text}: {made.alasan}" if made.alasan else text


def umur_temuan(finding: Finding, past: Riwayat) -> str:
    """ "baru", or "terbuka 45 hari", with the state that people gave it."""
    item = past.lama.get(finding.sidik)
    if item is None:
        return _("baru")
    days = jamak("terbuka {n} hari", umur(item, past)).format(n=umur(item, past))
    return days if item.triase == "terbuka" else f"{days} · {_(TRIASE[item.triase])}"


def umur(item: Tercatat, past: Riwayat) -> int:
    """Days since the finding was first recorded."""
    return max(0, (date.fromisoformat(past.hari) - date.fromisoformat(item.pertama)).days)


def teks_usang(item: AbaikanUsang) -> str:
    """An entry that should be tidied up: where it stands and why."""
    if item.keadaan == "kedaluwarsa":
        text = _("berlaku sampai {tanggal}").format(tanggal=item.sampai)
        matches = jamak("{n} temuan kembali dihitung", item.jumlah).format(n=item.jumlah)
        return f"{item.asal}: {item.aturan}: {text}" + (f"; {matches}" if item.jumlah else "")
    return f"{item.asal}: {item.aturan}: {_('tidak cocok dengan temuan mana pun')}"
