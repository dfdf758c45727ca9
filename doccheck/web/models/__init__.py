from .akun import Akun, Percobaan
from .catatan import CatatanAudit, PotretBulanan
from .daerah import Pemda, PerangkatDaerah, Periode
from .dokumen import Berkas, BerkasUnggahan, Dokumen, Pengembalian, Unggahan, Versi
from .periksa import IsiPemeriksaan, Komentar, Pemeriksaan, Temuan, Triase, Unduhan
from .token import Token
from .tugas import Tugas

__all__ = [
    "Akun",
    "Berkas",
    "BerkasUnggahan",
    "CatatanAudit",
    "Dokumen",
    "IsiPemeriksaan",
    "Komentar",
    "Pemda",
    "Pemeriksaan",
    "Pengembalian",
    "PerangkatDaerah",
    "Percobaan",
    "Periode",
    "PotretBulanan",
    "Temuan",
    "Token",
    "Triase",
    "Tugas",
    "Unduhan",
    "Unggahan",
    "Versi",
]  # fmt: skip
