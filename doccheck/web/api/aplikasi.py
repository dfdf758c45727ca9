"""The API put together: routers, errors, and its description (OpenAPI)."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.operation import Operation

from doccheck.bahasa import _, tandai

from ..akun import laju
from ..layanan.pengajuan import BelumSiapError
from ..unggah.batas import DitolakError
from . import rute_bulanan, rute_daerah, rute_dokumen, rute_periksa, rute_temuan, rute_unggahan
from .kunci import Bearer, Laju, sesi
from .masalah import TIPE, masalah, salah_isian
from .permintaan import TerlaluSeringError

KETERANGAN = tandai(
    "Mengirim dokumen perencanaan dan mengambil temuan dari aplikasi lain. Token dibuat di halaman Token API, dengan hak yang sama seperti "
    "akunnya."
)


class _Api(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """ "temuan_putuskan": module and function."""
        view = operation.view_func
        return f"{view.__module__.rsplit('.', 1)[1].removeprefix('rute_')}_{view.__name__}"


api = _Api(
    title="doccheck", version="1", description=KETERANGAN, urls_namespace="api", auth=[Bearer()], throttle=[Laju()], openapi_url=None,
    docs_url=None,
)  # fmt: skip
for router in (
    rute_daerah.router, rute_unggahan.router, rute_dokumen.router, rute_periksa.router, rute_temuan.router, rute_periksa.unduh,
    rute_bulanan.router,
):  # fmt: skip
    api.add_router("", router)


@api.get("/openapi.json", auth=[Bearer(), sesi], include_in_schema=False, url_name="openapi")
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return JsonResponse(skema(), json_dumps_params={"ensure_ascii": False})


def skema() -> dict[str, Any]:
    """The OpenAPI document in the language of the request."""
    return _terjemah(copy.deepcopy(_skema()))  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _skema() -> dict[str, Any]:
    """As it is written: errors under their own content type, files without that of JSON."""
    made: dict[str, Any] = copy.deepcopy(dict(api.get_openapi_schema()))
    for operations in made["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                content = answer.get("content", {})
                if int(status) >= 400:
                    content[TIPE] = content.pop("application/json")
                elif len(content) > 1:
                    content.pop("application/json", None)
    return made


def _terjemah(part: Any) -> Any:
    if isinstance(part, list):
        return [_terjemah(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _(value) if key in ("summary", "description") and isinstance(value, str)
        else [_(tag) for tag in value] if key == "tags" else _terjemah(value)
        for key, value in part.items()
    }  # fmt: skip


@api.exception_handler(AuthenticationError)
def _tanpa_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001
    return masalah(401, kepala={"WWW-Authenticate": "Bearer"})


@api.exception_handler(ValidationError)
def _isian(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    return salah_isian(error.errors)


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001
    return masalah(error.status_code)


@api.exception_handler(Http404)
@api.exception_handler(ObjectDoesNotExist)
def _tidak_ada(request: HttpRequest, error: Exception) -> HttpResponse:  # noqa: ARG001
    return masalah(404)


@api.exception_handler(PermissionDenied)
def _dilarang(request: HttpRequest, error: Exception) -> HttpResponse:  # noqa: ARG001
    return masalah(403)


@api.exception_handler(DitolakError)
def _ditolak(request: HttpRequest, error: DitolakError) -> HttpResponse:  # noqa: ARG001
    return masalah(422, str(error))


@api.exception_handler(BelumSiapError)
def _belum(request: HttpRequest, error: BelumSiapError) -> HttpResponse:  # noqa: ARG001
    return masalah(409, str(error))


@api.exception_handler(TerlaluSeringError)
def _sering(request: HttpRequest, error: TerlaluSeringError) -> HttpResponse:  # noqa: ARG001
    return masalah(429, laju.pesan_tertahan(), kepala={"Retry-After": str(laju.MENIT * 60)})


@api.exception_handler(RequestDataTooBig)
def _besar(request: HttpRequest, error: Exception) -> HttpResponse:  # noqa: ARG001
    return masalah(413)


@api.exception_handler(SuspiciousOperation)
@api.exception_handler(MultiPartParserError)
@api.exception_handler(UnreadablePostError)
def _kacau(request: HttpRequest, error: Exception) -> HttpResponse:  # noqa: ARG001
    return masalah(400)
