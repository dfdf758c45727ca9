"""On which line of a YAML file an entry stands."""

from __future__ import annotations

from collections.abc import Sequence

import yaml


def letak(text: str, jalur: Sequence[str | int]) -> int | None:
    """The line, from 1, of the entry at a path of keys and indices, else of the nearest one above it; None for an empty file."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    line = node.start_mark.line + 1 if node else None
    for part in jalur:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line
