"""Bytes to text: packed files, encodings declared and undeclared, and the refusal of what is no text."""

from __future__ import annotations

import codecs
import re
import zlib

from variorum.model import VariorumError

MOST_BYTES = 30_000_000  # unpacked: beyond it no single report is read
CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
# What the web calls these labels is windows-1252 (WHATWG Encoding Standard).
AS_WINDOWS_1252 = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252"}
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class DecodeError(VariorumError):
    """Bytes that hold no text that can be read."""


def unpack(data: bytes, name: str) -> bytes:
    """`data`, unpacked where it is gzip. Raises DecodeError for other packings, bombs and known binary formats."""
    if data[:2] == b"\x1f\x8b":
        engine = zlib.decompressobj(wbits=31)
        try:
            data = engine.decompress(data, MOST_BYTES + 1)
        except zlib.error as error:
            raise DecodeError(name, "left out: it is a damaged gzip file.", "Fetch it again.") from error
    if len(data) > MOST_BYTES:
        raise DecodeError(name, f"left out: it holds more than {MOST_BYTES // 10**6} MB.", "Split it into its reports.")
    for magic, kind, remedy in (
        (b"\x28\xb5\x2f\xfd", "a zstd file", "Unpack it, for example: zstd -d FILE"),
        (b"PK\x03\x04", "a zip or office file", "Unpack it, or save its text."),
        (b"%PDF", "a PDF", "Convert it, for example: pdftotext FILE.pdf FILE.txt"),
        (b"\x89PNG", "a picture", "Give the text."),
        (b"\xff\xd8\xff", "a picture", "Give the text."),
    ):
        if data.startswith(magic):
            raise DecodeError(name, f"left out: it is {kind}, and Variorum reads text and HTML.", remedy)
    return data


def decode(data: bytes, name: str, *, html: bool = False) -> str:
    """The text in `data` with line ends made `\\n` and nothing else changed.

    A byte-order mark decides, then UTF-8 where the bytes are valid UTF-8, then what an HTML page declares, then UTF-16 without
    a mark, then windows-1252. Raises DecodeError for binary data.
    """
    text = decoded(data, html=html)
    controls = sum(c < " " and c not in "\t\n\r\f\x1b" for c in text[:20000])
    if controls > 2 or "\0" in text[:20000]:
        raise DecodeError(name, "left out: it is not text.", "Give a text or HTML file.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes, *, html: bool) -> str:
    """`data` as text by the first encoding that fits."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
        if "\0" not in text:
            return text
    except UnicodeDecodeError:
        pass
    head = data[:4000]
    if head.count(b"\0") > len(head) / 4:
        little = head[1::2].count(b"\0") > head[0::2].count(b"\0")
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    declared = CHARSET.search(head) if html else None
    label = declared.group(1).decode("ascii").lower() if declared else "windows-1252"
    # a page that says UTF-8 and is not: the lie is passed over
    if label in AS_WINDOWS_1252 or label.startswith("utf"):
        label = "windows-1252"
    try:
        return data.decode(label, errors="replace")
    except LookupError:
        return data.decode("windows-1252", errors="replace")
