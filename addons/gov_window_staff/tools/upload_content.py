"""What a file that somebody hands in really is, whatever its name and sender say.

Pictures are decoded by Pillow and archives listed by zipfile; what neither knows is
named by `guess_mimetype` of Odoo (libmagic). Nothing is ever unpacked to disk.
"""

import io
import re
import warnings
import zipfile

from PIL import Image, UnidentifiedImageError, WebPImagePlugin

from odoo.tools.mimetypes import guess_mimetype

from ..rules.cells import CellProblem
from .workbook import check_sizes

MAX_PIXELS = 50_000_000  # Odoo's own limit; a telephone has 12 to 48 million
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # several views in one JPEG, from telephones
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
}
# Odoo keeps Pillow to a few formats and treats WebP by itself
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", WebPImagePlugin.WebPImageFile.format)
_PAGE = re.compile(
    rb"<(script|html|svg|iframe|object|embed|body)\b|<!doctype html|<\?php", re.I
)
_PDF_COMMAND = re.compile(rb"/(JavaScript|Launch)\b")
_OOXML = "application/vnd.openxmlformats-officedocument"
_PARTS = {  # folder or file in an archive: what the archive is
    "word/": f"{_OOXML}.wordprocessingml.document",
    "xl/": f"{_OOXML}.spreadsheetml.sheet",
    "ppt/": f"{_OOXML}.presentationml.presentation",
}
_MACROS = re.compile(
    r"vba(project|data)|/(macrosheets|activex|dialogsheets)/|basic/script", re.I
)
_STREAMS = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
}
_WIDE = {name: name.encode("utf-16-le") for name in _STREAMS}
# how the three old formats say that they are locked (MS-XLS, MS-DOC, MS-PPT)
_LOCKED = re.compile(
    rb"\x09\x08\x10\x00.{16}(\x86\x00\x00\x00)?\x2f\x00|\x14\x00\x00\x00\xdf\xc4\xd1\xf3",
    re.S,
)


class UploadProblem(Exception):
    """A file that is not taken, whatever is allowed; `code` says why."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def found_type(content: bytes) -> str:
    """MIME type of the content.

    :raises UploadProblem: `empty`, `macros`, `locked`, `bomb`, `broken`, `pixels`
        or `mixed`
    """
    if not content:
        raise UploadProblem("empty")
    if content.startswith(b"%PDF-"):
        return _pdf_type(content)
    if content.startswith(_OLE):
        return _ole_type(content)
    if content.startswith(b"PK"):
        return _zip_type(content)
    return _picture_type(content) or _text_type(content) or _other_type(content)


def is_harmless_svg(content: bytes) -> bool:
    """Such as Odoo draws for people without a photo: shapes and letters only.

    >>> is_harmless_svg(b"<svg><rect x='1'/><text>A</text></svg>")
    True
    >>> is_harmless_svg(b"<svg onload='x()'/>"), is_harmless_svg(b"<svg><a/></svg>")
    (False, False)
    """
    tags = set(re.findall(rb"<\s*/?\s*([\w:]+)", content))
    drawn = {b"svg", b"g", b"path", b"rect", b"circle", b"text", b"title", b"defs"}
    active = re.search(rb"\bon\w+\s*=|href|style|url\(|<!|&#|javascript", content, re.I)
    return b"svg" in tags and tags <= drawn and not active


def _pdf_type(content):
    if _PAGE.search(content[:1024]) or _is_archive(content):
        raise UploadProblem("mixed")
    if _PDF_COMMAND.search(content):
        raise UploadProblem("macros")
    return "application/pdf"


def _ole_type(content):
    """Office before 2007, and the envelope that a password puts around later files."""
    if "EncryptedPackage".encode("utf-16-le") in content or _is_old_locked(content):
        raise UploadProblem("locked")
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise UploadProblem("macros")
    for name, kind in _STREAMS.items():
        if _WIDE[name] in content:
            return kind
    return "application/x-ole-storage"


def _is_old_locked(content):
    if _LOCKED.search(content):
        return True
    # the document of Word begins at a sector; bit 8 of its flags: encrypted
    starts = range(512, len(content) - 12, 512)
    return any(
        content[at : at + 2] == b"\xec\xa5" and content[at + 11] & 1 for at in starts
    )


def _zip_type(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_sizes(archive.infolist(), len(content))
            return _archive_type(archive)
    except CellProblem as error:
        code = "locked" if error.code.startswith("locked") else "bomb"
        raise UploadProblem(code) from error
    except UploadProblem:
        raise
    except Exception as error:
        # zipfile and zlib raise what they like on a damaged archive
        raise UploadProblem("broken") from error


def _archive_type(archive):
    names = archive.namelist()
    if any(_MACROS.search(name) for name in names):
        raise UploadProblem("macros")
    if "[Content_Types].xml" in names:
        _check_office(archive, names)
        for folder, kind in _PARTS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    if "OFD.xml" in names:
        return "application/ofd"  # GB/T 33190
    if "mimetype" in names:
        return archive.read("mimetype")[:100].decode("ascii").strip()
    return "application/zip"


def _check_office(archive, names):
    for name in names:
        if name == "[Content_Types].xml":
            is_active = b"macroEnabled" in archive.read(name)
        else:  # a template from elsewhere brings macros that the file itself has not
            is_rels = name.endswith("settings.xml.rels")
            is_active = is_rels and b"attachedTemplate" in archive.read(name)
        if is_active:
            raise UploadProblem("macros")


def _picture_type(content):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                kind = _PICTURES[picture.format]
                if picture.width * picture.height > MAX_PIXELS:
                    raise UploadProblem("pixels")
                picture.verify()  # the parts of a PNG, each with its sum
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                picture.draft("RGB", (1024, 1024))  # a JPEG is decoded small
                picture.load()
    except UnidentifiedImageError:
        return None
    except Image.DecompressionBombError as error:
        raise UploadProblem("pixels") from error
    except UploadProblem:
        raise
    except Exception as error:
        # Pillow raises what its decoders raise on damaged pictures
        raise UploadProblem("broken") from error
    if _PAGE.search(content) or _is_archive(content):
        raise UploadProblem("mixed")
    return kind


def _is_archive(content):
    """Whether an unpacker would find an archive at the end of another file."""
    return zipfile.is_zipfile(io.BytesIO(content))


def _text_type(content):
    """`text/plain` for letters and lines, `text/html` for anything with markup."""
    text = _decoded(content)
    if text is None or re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", text):
        return None
    if text.lstrip("\ufeff \t\r\n").startswith("<") or _PAGE.search(content):
        return "text/html"
    if text.startswith("#!"):
        return "text/x-script"
    return "text/plain"


def _decoded(content):
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _other_type(content):
    found = guess_mimetype(content, default="application/octet-stream")
    if found in _PICTURES.values():
        raise UploadProblem("broken")  # it begins like a picture that Pillow knows
    return found
