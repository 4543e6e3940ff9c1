"""Bytes to text: packed files, encodings declared and undeclared, and the refusal of what is no text."""

from __future__ import annotations

import codecs
import re
import zlib

from variorum.ingest.errors import IngestError

MOST_BYTES = 16_000_000  # packed or unpacked: no single report or page has more
LONGEST_TEXT = 1_000_000  # characters: what the tagger takes, some 150,000 words
CHARSET = re.compile(rb"""<meta[^>]+?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
# What the web calls by these labels is windows-1252, and a UTF-16 label in a page that could be read so far is a lie
# (WHATWG Encoding Standard, "Names and labels" and "prescan a byte stream").
AS_WINDOWS_1252 = frozenset(
    ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252")
)
OTHER_NAMES = {
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gbk",
    "iso-8859-9": "cp1254",
}
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same bytes
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
READS = "and Variorum reads text and HTML."
# First bytes of what is not read, what it is, what to do (`{}`: the file's name).
FORMATS = (
    (b"%PDF", f"it is a PDF, {READS}", "Convert it, for example: pdftotext {0} {1}.txt"),
    (
        b"\x28\xb5\x2f\xfd",
        "it is packed with zstd, and Variorum unpacks gzip alone.",
        "Unpack it, for example: zstd -d {0}",
    ),
    (b"BZh", "it is packed with bzip2, and Variorum unpacks gzip alone.", "Unpack it, for example: bunzip2 {0}"),
    (b"\xfd7zXZ\0", "it is packed with xz, and Variorum unpacks gzip alone.", "Unpack it, for example: unxz {0}"),
    (b"PK\x03\x04", f"it is a zip archive or an office document, {READS}", "Unpack it, or save it as text."),
    (b"PK\x05\x06", "it is an empty zip archive.", "Give the reports themselves."),
    (b"\xd0\xcf\x11\xe0", f"it is an office document, {READS}", "Save it as text."),
    (b"{\\rtf", f"it is an RTF document, {READS}", "Save it as text."),
    (b"\x89PNG", f"it is a picture, {READS}", "Give the text."),
    (b"\xff\xd8\xff", f"it is a picture, {READS}", "Give the text."),
    (b"GIF8", f"it is a picture, {READS}", "Give the text."),
    (b"\x7fELF", f"it is a program, {READS}", "Give the text."),
)


def unpack(data: bytes, name: str) -> bytes:
    """`data`, unpacked where it is gzip, whatever its name.

    Raises IngestError for other packings and known formats, for damaged gzip, and, before it is unpacked whole, for
    what would hold more than MOST_BYTES.
    """
    if data.startswith(b"\x1f\x8b"):
        data = gunzipped(data, name)
        if data.startswith(b"\x1f\x8b"):
            raise IngestError(name, "left out: it is packed twice.", f"Unpack it, for example: gunzip {name}")
    if len(data) > MOST_BYTES:
        raise too_large(name)
    for magic, what, do in FORMATS:
        if data.startswith(magic):
            raise IngestError(name, f"left out: {what}", do.format(name, name.rsplit(".", 1)[0]))
    return data


def gunzipped(data: bytes, name: str) -> bytes:
    """The content of a gzip file of one or more members, at most MOST_BYTES of it; raises IngestError."""
    whole = bytearray()
    while data.startswith(b"\x1f\x8b"):
        engine = zlib.decompressobj(wbits=31)
        try:
            whole += engine.decompress(data, MOST_BYTES + 1 - len(whole))
        except zlib.error as error:
            raise IngestError(name, "left out: it is a damaged gzip file.", "Fetch it again.") from error
        if len(whole) > MOST_BYTES:
            raise too_large(name)
        if not engine.eof:
            raise IngestError(name, "left out: it is a gzip file that breaks off.", "Fetch it again.")
        data = engine.unused_data
    return bytes(whole)


def too_large(name: str) -> IngestError:
    """The error for a source that holds too much."""
    what = f"left out: it holds more than {MOST_BYTES // 1_000_000} million bytes, more than any report."
    return IngestError(name, what, "Give one report a file.")


def check_length(text: str, name: str) -> None:
    """Raise IngestError where a text is too long to be a report."""
    if len(text) > LONGEST_TEXT:
        what = f"left out: it has {len(text):,} characters; Variorum reads reports of up to {LONGEST_TEXT:,}."
        raise IngestError(name, what, "Give one report a file.")


def decode(data: bytes, name: str, *, html: bool = False) -> str:
    r"""The text in `data`, without byte-order mark, with line ends made `\n` and nothing else changed.

    A byte-order mark decides; then UTF-8, where the bytes are valid UTF-8 (hardly any other text is); then UTF-16
    without a mark; then what an HTML page declares, if it fits; then UTF-8 with a few damaged letters; last
    windows-1252, or what charset-normalizer finds where that gives control characters. Raises IngestError for binary
    data.
    """
    text = decoded(data, html=html)
    head = text[:50_000]
    controls = sum((c < " " and c not in "\t\n\r\f\v\x1b") or ("\x7f" <= c < "\xa0" and c != "\x85") for c in head)
    if "\0" in head or controls > max(2, len(head) / 200):
        raise IngestError(name, f"left out: it is not text, {READS}", "Give the report as text or HTML.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes, *, html: bool) -> str:
    """`data` as text by the first encoding that fits."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    wide = wide_encoding(data[:4000])
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return undeclared(data) if not html else declared(data)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a mark, told by zeros at every other byte; None where it is not."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) * 0.2 or min(even, odd) > max(even, odd) * 0.2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def declared(data: bytes) -> str:
    """A page, not valid as UTF-8, by the encoding that it declares, if its bytes can be that."""
    found = XML_ENCODING.search(data[:200]) or CHARSET.search(data[:8192])
    label = found.group(1).decode("ascii").lower() if found else ""
    if label in AS_WINDOWS_1252:
        return as_windows_1252(data)
    if label and not label.startswith(("utf", "unicode")):
        try:
            return data.decode(OTHER_NAMES.get(label, label))
        except (LookupError, UnicodeDecodeError):
            pass
    return undeclared(data)


def undeclared(data: bytes) -> str:
    """Bytes that are neither valid UTF-8 nor what they are declared to be."""
    damaged = data.decode("utf-8", errors="replace")
    bad = damaged.count("�")
    if sum(c > "\x7f" for c in damaged) - bad > 4 * bad:
        return damaged  # UTF-8 with a few broken letters
    text = as_windows_1252(data)
    if any("\x80" <= c < "\xa0" for c in text[:50_000]):
        from charset_normalizer import from_bytes

        best = from_bytes(data[:200_000]).best()
        if best is not None:
            return data.decode(best.encoding, errors="replace")
    return text


def as_windows_1252(data: bytes) -> str:
    """`data` as the web reads windows-1252: the five bytes that it leaves open stand for themselves."""
    return data.decode("cp1252", errors="variorum-itself")


def itself(error: UnicodeError) -> tuple[str, int]:
    """The decoding error handler for bytes that stand for themselves."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("variorum-itself", itself)
