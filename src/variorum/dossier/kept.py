"""A kept dossier read back: the file that `variorum brief --json` wrote, as a Dossier again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec

from variorum.model import Dossier, VariorumError

SCHEMA = "variorum.dossier/1"
MAKE_ONE = "Make one with: variorum brief --json REPORT... -o dossier.json"
BY_HAND = f"Was it changed by hand? {MAKE_ONE}"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class DossierError(VariorumError):
    """A file that is no dossier, or an id that a dossier does not have."""


def read_dossier(source: str | Path) -> Dossier:
    """The dossier in the file `source`; `-` is standard input. Fields that this version does not know are passed over.

    Raises:
        DossierError: there is no such file, or what it holds is no dossier of `variorum.dossier/1`.
    """
    name = str(source)
    text = text_of(content(name), name)
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DossierError(name, why_no_json(text, error), MAKE_ONE) from error
    schema = plain.get("schema") if isinstance(plain, dict) else None
    if schema != SCHEMA:
        raise DossierError(name, why_no_dossier(schema), MAKE_ONE)
    try:
        found = msgspec.convert(plain, Dossier)
    except msgspec.ValidationError as error:
        what = f"it says that it is a {SCHEMA}, but a field is not as that has it ({error})."
        raise DossierError(name, what, BY_HAND) from error
    unknown = sorted(reports_in(plain) - {r.id for r in found.reports})
    if unknown:
        raise DossierError(name, f'it rests on words of a report that it does not hold ("{unknown[0]}").', BY_HAND)
    return found


def reports_in(node: object) -> set[str]:
    """The ids of reports that anything in a dossier rests on."""
    if isinstance(node, dict):
        own = {node["report"]} if isinstance(node.get("report"), str) else set()
        return own.union(*map(reports_in, node.values()))
    return set().union(*map(reports_in, node)) if isinstance(node, list) else set()


def content(name: str) -> bytes:
    """The bytes of the file, or of standard input."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise DossierError(name, "there is no such file.", "Check the name.") from None
    except IsADirectoryError:
        raise DossierError(name, "it is a folder.", f"Give the file of a dossier. {MAKE_ONE}") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DossierError(name, f"it cannot be read ({reason}).", "Check its name and permissions.") from error


def text_of(data: bytes, name: str) -> str:
    """The text of a dossier's bytes: UTF-8, or UTF-16 with its mark, as some shells redirect."""
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise DossierError(name, "it is no dossier: it is not text.", MAKE_ONE) from None


def why_no_json(text: str, error: Exception) -> str:
    """What a file is that is not JSON."""
    if not text.strip():
        return "it is empty."
    if '<meta name="generator" content="Variorum">' in text[:600]:
        return "it is the page of a dossier, and a program reads its JSON."
    return f"it is no dossier: it is not JSON ({error})."


def why_no_dossier(schema: object) -> str:
    """What is amiss with JSON that does not say it is a dossier we read."""
    if isinstance(schema, str) and schema.startswith("variorum.dossier/"):
        return f"it is a {schema}, and this Variorum reads {SCHEMA}."
    if isinstance(schema, str) and schema.startswith("variorum."):
        return f"it is no dossier but a {schema}."
    return f'it is JSON, but no dossier: its "schema" is not "{SCHEMA}".'
