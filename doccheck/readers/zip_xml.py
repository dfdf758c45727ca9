"""XML parts of the zip containers of Office and OpenDocument."""

from __future__ import annotations

import zipfile
import zlib

from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
"""Reads what others wrote: entities and addresses in it are never followed."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, etree.XMLSyntaxError)
"""What reading a part raises where the container or the part is damaged or missing."""
