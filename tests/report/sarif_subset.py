"""What SARIF 2.1.0 (OASIS Standard, 27 March 2020) says of the properties that we write: names, types and vocabularies.

A part of the standard's schema, with unknown properties forbidden: a misspelt name, which consumers pass over in silence, is an error.
The sections of the standard are named beside each object.
"""

from __future__ import annotations

from typing import Any


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _list(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
BAG = {"type": "object", "properties": {"tags": {**_list(TEXT), "uniqueItems": True}}}  # 3.8
MESSAGE = _object({"text": TEXT}, ("text",))  # 3.11, 3.12
ARTIFACT_LOCATION = _object({"uri": {"type": "string", "format": "uri-reference"}, "uriBaseId": TEXT}, ("uri",))  # 3.4
REGION = _object(  # 3.30
    {"startLine": {"type": "integer", "minimum": 1}, "snippet": _object({"text": {"type": "string"}}), "properties": BAG}, ("startLine",)
)
LOCATION = _object(  # 3.28
    {
        "id": {"type": "integer", "minimum": 0},
        "message": MESSAGE,
        "physicalLocation": _object({"artifactLocation": ARTIFACT_LOCATION, "region": REGION}, ("artifactLocation",)),
        "logicalLocations": _list(_object({"name": TEXT, "fullyQualifiedName": TEXT, "kind": TEXT}), 1),
    }
)
RULE = _object(  # 3.49
    {
        "id": TEXT,
        "name": TEXT,
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": _object({"level": LEVEL}),
        "properties": BAG,
    },
    ("id",),
)
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}
RESULT = _object(  # 3.27
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": _list(LOCATION),
        "relatedLocations": _list(LOCATION),
        "partialFingerprints": {"type": "object", "additionalProperties": TEXT},
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
        "suppressions": _list(
            _object(
                {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": TEXT,
                },
                ("kind",),
            )
        ),
        "properties": BAG,
    },
    ("message",),
)
NOTIFICATION = _object(  # 3.58
    {"level": LEVEL, "descriptor": _object({"id": TEXT}), "message": MESSAGE, "locations": _list(LOCATION)}, ("message",)
)
COMPONENT = {"name": TEXT, "version": TEXT, "semanticVersion": TEXT, "language": LANGUAGE, "rules": _list(RULE)}  # 3.19
INVOCATION = _object(  # 3.20
    {"executionSuccessful": {"type": "boolean"}, "toolExecutionNotifications": _list(NOTIFICATION)}, ("executionSuccessful",)
)
RUN = _object(  # 3.14
    {
        "tool": _object({"driver": _object(COMPONENT, ("name",))}, ("driver",)),
        "language": LANGUAGE,
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "originalUriBaseIds": {"type": "object", "additionalProperties": _object({"description": MESSAGE})},
        "artifacts": {**_list(_object({"location": ARTIFACT_LOCATION})), "uniqueItems": True},
        "invocations": _list(INVOCATION),
        "translations": _list(
            _object({**COMPONENT, "contents": _list({"enum": ["localizedData", "nonLocalizedData"]})}, ("name",))
        ),
        "results": _list(RESULT),
    },
    ("tool",),
)
LOG = _object({"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": _list(RUN)}, ("version", "runs"))  # 3.13
