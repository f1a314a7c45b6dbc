"""Scans of papers (扫描件): what a file really is, whatever its name says."""

from __future__ import annotations

import base64
import binascii
from pathlib import PurePath

MAX_BYTES = 10 * 1024 * 1024  # a photographed page has 2 to 5 MB

_BEGINNINGS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
}


def kind(content: bytes) -> str | None:
    """`pdf`, `png` or `jpg` by the first bytes; None for anything else.

    >>> kind(b"%PDF-1.7 ..."), kind(b"\\xff\\xd8\\xff\\xe0"), kind(b"<svg/>")
    ('pdf', 'jpg', None)
    """
    for name, beginning in _BEGINNINGS.items():
        if content.startswith(beginning):
            return name
    return None


def problem(content: bytes) -> str | None:
    """Why a file is no usable scan: `empty`, `too_big`, `wrong_kind`; None if it is.

    >>> problem(b""), problem(b"MZ..."), problem(b"%PDF-1.4")
    ('empty', 'wrong_kind', None)
    """
    if not content:
        return "empty"
    if len(content) > MAX_BYTES:
        return "too_big"
    return None if kind(content) else "wrong_kind"


def file_name(name: str, content: bytes) -> str:
    r"""The name with the ending that the content has, without any folder.

    >>> file_name(r"C:\\fakepath\\证书.exe", b"%PDF-1.4")
    '证书.pdf'
    >>> file_name("", b"%PDF-1.4"), file_name("a.JPEG", b"\xff\xd8\xff")
    ('scan.pdf', 'a.jpg')
    """
    stem = PurePath((name or "").replace("\\", "/")).stem.strip()
    return f"{stem or 'scan'}.{kind(content)}"


def certificate_number(text: str) -> str:
    """A certificate number as it is compared: no blanks, capital letters.

    >>> certificate_number(" s0000 3208 99 ")
    'S0000320899'
    """
    return "".join((text or "").split()).upper()


def decoded(value: str | bytes | None) -> bytes:
    """The bytes of a scan that arrives as base64 text or as the file itself.

    >>> decoded("JVBERi0xLjQ="), decoded(b"%PDF-1.4"), decoded(None)
    (b'%PDF-1.4', b'%PDF-1.4', b'')
    """
    if isinstance(value, bytes) and kind(value):
        return value
    try:
        return base64.b64decode(value or b"", validate=False)
    except (binascii.Error, ValueError):
        return b""


def encoded(content: bytes) -> bytes:
    """Base64, as a binary field takes it.

    >>> encoded(b"%PDF-1.4")
    b'JVBERi0xLjQ='
    """
    return base64.b64encode(content)
