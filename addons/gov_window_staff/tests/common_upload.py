"""Files as people and attackers upload them."""

import io
import struct
import zipfile
import zlib

import openpyxl
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>'
PAGE = b"<html><script>alert(1)</script></html>"
PROGRAM = b"MZ\x90\x00\x03" + bytes(59) + struct.pack("<I", 64) + b"PE\0\0" + bytes(99)
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'


def picture(kind="PNG", size=(3, 2), **options):
    """Bytes of a picture."""
    content = io.BytesIO()
    Image.new("RGB", size, "white").save(content, kind, **options)
    return content.getvalue()


def archive(**parts):
    """Bytes of an archive of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return content.getvalue()


def office(folder="word", **parts):
    """A small file of Office 2007 or later."""
    return archive(
        **{"[Content_Types].xml": TYPES + b"/>", f"{folder}/document.xml": b"<x/>"},
        **parts,
    )


def workbook():
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    return content.getvalue()


def old_office(*streams):
    """The envelope of Office before 2007, with these streams in its directory."""
    return OLE + bytes(504) + b"".join(f"{s}\0".encode("utf-16-le") for s in streams)


def bomb_picture():
    """A PNG of a few bytes that says it has 10,000 million pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part))
        + name
        + part
        + struct.pack(">I", zlib.crc32(name + part))
        for name, part in parts
    )


GOOD = {
    "证书.pdf": PDF,
    "现场.JPG": picture("JPEG"),
    "照片.png": picture(),
    "a.gif": picture("GIF"),
    "a.webp": picture("WEBP"),
    "通知.docx": office(),
    "名单.xlsx": workbook(),
    "公文.ofd": archive(**{"OFD.xml": b"<ofd:OFD/>", "Doc_0/Document.xml": b"<x/>"}),
    "旧表.xls": old_office("Workbook"),
    "旧文.doc": old_office("WordDocument"),
    "说明.txt": "工号,姓名\r\n1,王芳".encode("gb18030"),
    "名单.csv": "工号,姓名".encode(),
    "邀请.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "image0": picture(),  # a picture that is pasted into a message
}
BAD = {
    "program.pdf": PROGRAM,
    "program.exe": PROGRAM,
    "page.jpg": PAGE,
    "page.txt": PAGE,
    "page.html": PAGE,
    "drawing.svg": SVG,
    "drawing.png": SVG,
    "words.xml": b'<?xml version="1.0"?><a/>',
    "script.sh": b"#!/bin/sh\nrm -rf /\n",
    "script.txt": b"#!/bin/sh\nrm -rf /\n",
    "script.bat": b"del *.*\r\n",
    "名单.xlsm": office("xl", **{"xl/vbaProject.bin": b"x"}),
    "macros.xlsx": office("xl", **{"xl/vbaProject.bin": b"x"}),
    "old macros.xlsx": office("xl", **{"xl/macrosheets/sheet1.xml": b"x"}),
    "macros.doc": old_office("WordDocument", "_VBA_PROJECT"),
    "template.docx": office(
        **{"word/_rels/settings.xml.rels": b'<x Type="attachedTemplate"/>'}
    ),
    "type of macros.docx": archive(
        **{"[Content_Types].xml": TYPES + b">macroEnabled", "word/a.xml": b""}
    ),
    "locked.xlsx": old_office("EncryptedPackage"),
    "locked.xls": old_office("Workbook") + b"\x09\x08\x10\0" + bytes(16) + b"\x2f\0",
    # the flags of a document are 11 bytes behind its beginning, at a sector
    "locked.doc": old_office("WordDocument").ljust(1024, b"\0")
    + b"\xec\xa5".ljust(11, b"\0")
    + b"\x01"
    + bytes(99),
    "command.pdf": PDF.replace(b"/Type", b"/OpenAction<</S/JavaScript>>/Type"),
    "page in.pdf": PDF.replace(b"1 0 obj", b"<html><script>x</script>1 0 obj"),
    "page behind.png": picture() + PAGE,
    "archive behind.jpg": picture("JPEG") + archive(a=b"x"),
    "broken.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(99),
    "half.png": picture("PNG", (99, 99))[:-40],
    "bomb.png": bomb_picture(),
    "bomb.docx": office(**{"word/a.xml": b" " * 64 * 2**20}),
    "archive.zip": archive(a=b"x"),
    "archive.docx": archive(a=b"x"),
    "half.docx": office()[:-30],
    "table.docx": workbook(),
    "picture.pdf": picture(),
    "empty.pdf": b"",
    "binary.txt": b"\x00\x01\x02",
    "\u202egpj.exe": picture("JPEG"),
    "图\u202efdp.pdf": PDF,
    "a\x00.pdf": PDF,
    "x" * 250 + ".pdf": PDF,
    "a.pdf.exe": PDF,
    "wide.txt": "<script>x</script>".encode("utf-16"),
}
