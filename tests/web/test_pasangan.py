"""What an upload's page asks the database does not grow with the documents that the region has."""

from __future__ import annotations

from types import SimpleNamespace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from doccheck.web.models import Berkas, BerkasUnggahan, Dokumen, Unggahan, Versi

from .conftest import Masuk


def test_queries_do_not_grow_with_documents(daerah: SimpleNamespace, sebagai: Masuk) -> None:
    """Documents that the file may be a new version of, each with several versions, and documents of other kinds."""
    content = Berkas.objects.create(sidik="1" * 64, byte=1, macam="pdf", nama="isi/11/x")
    upload = Unggahan.objects.create(periode=daerah.periode, oleh=daerah.bappeda)
    BerkasUnggahan.objects.create(
        unggahan=upload, nama_asli="Renstra-3.pdf", berkas=content, keadaan="siap", jenis="renstra", perangkat_daerah=daerah.kesehatan
    )
    client = sebagai(daerah.bappeda)

    def more(first: int, last: int) -> None:
        for n in range(first, last):
            for kind in ("renstra", "renja"):
                one = Dokumen.objects.create(periode=daerah.periode, perangkat_daerah=daerah.kesehatan, jenis=kind)
                for number in (1, 2):
                    Versi.objects.create(
                        dokumen=one, nomor=number, berkas=content, nama_asli=f"{kind.title()}-{n}.pdf", oleh=daerah.bappeda
                    )

    def asked() -> tuple[int, str]:
        with CaptureQueriesContext(connection) as seen:
            page = client.get(f"/unggahan/{upload.pk}/").content.decode()
        return len(seen), page

    more(1, 4)
    asked()  # what only the first request asks
    few, page = asked()
    assert "sama dengan versi 2" in page, "the document of the same name is its pair"
    more(4, 40)
    many, page = asked()
    assert "sama dengan versi 2" in page
    assert many == few
