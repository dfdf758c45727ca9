"""Whether a picture is a photo, told from a small copy: JPEG decodes to an eighth of its size at a fraction of the price."""

from __future__ import annotations

import ctypes
from io import BytesIO

import numpy as np
from PIL import Image

from . import ffi

DARK = 200
"""Grey below which a pixel is dark."""
_PHOTO = 0.5
"""Share of dark pixels above which a picture is a photo; tables are dark print on light ground."""
_EIGHTH = 8


def is_photo(handle: ffi.Pointer) -> bool:
    """Whether an image object is a JPEG that is mostly dark. False where that cannot be told cheaply."""
    data = _jpeg(handle)
    if data is None:
        return False
    try:
        with Image.open(BytesIO(data), formats=["JPEG"]) as picture:
            if picture.mode not in ("L", "RGB"):
                return False
            picture.draft("L", (picture.width // _EIGHTH, picture.height // _EIGHTH))
            return bool((np.asarray(picture.convert("L")) < DARK).mean() > _PHOTO)
    except (OSError, ValueError, Image.DecompressionBombError):
        return False


def _jpeg(handle: ffi.Pointer) -> bytes | None:
    """The JPEG data of an image object, None where it is stored in another way."""
    last = ffi.image_filters(handle) - 1
    name = ctypes.create_string_buffer(16)
    if last < 0 or not ffi.image_filter(handle, last, ctypes.addressof(name), len(name)) or name.value != b"DCTDecode":
        return None
    size = ffi.image_data(handle, 0, 0)
    data = ctypes.create_string_buffer(size)
    return data.raw if size and ffi.image_data(handle, ctypes.addressof(data), size) == size else None
