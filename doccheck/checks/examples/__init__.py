"""The examples of rule files: small documents in a notation that people can write and read (notasi.py)."""

from .buat import catatan_lepas, dokumen

__all__ = ["catatan_lepas", "dokumen"]
