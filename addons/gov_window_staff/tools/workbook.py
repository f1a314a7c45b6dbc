"""Reading an .xlsx workbook that a person hands in.

A file of a few kilobytes can name a cell in row 1,048,576, merge a whole sheet or
unpack to gigabytes. So everything is measured before it is parsed, and cells are read
in a stream: time and memory follow what the file really holds.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl

from ..rules.cells import CellProblem

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # what Excel makes of a password
MAX_BYTES = 32 * 1024 * 1024
MAX_PARTS = 2000  # files inside; Excel makes a dozen and one for each picture
MAX_UNPACKED = 128 * 1024 * 1024  # bytes of XML
MAX_RATIO = 500  # sheets of equal rows pack to 1:100
SMALL = 1024 * 1024  # bytes; below, any ratio is harmless
MAX_TAGS = 8_000_000  # a filled cell has four: 30,000 rows of 60 columns
MAX_COLUMNS = 1000
MAX_ROW = 1_048_576  # the last row that Excel knows
_XML = (".xml", ".rels", ".vml")


def read_first_sheet(content: bytes) -> list[tuple[int, tuple]]:
    """Filled rows of the first sheet as (row number, cells), and always row 1.

    :raises CellProblem: `old_xls`, `locked_xlsx`, `not_xlsx`, `too_big_xlsx`,
        `too_wide_xlsx` or `broken_xlsx`
    """
    check_workbook(content)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of cells that it cannot read as dates; we refuse them
            warnings.simplefilter("ignore")
            return list(_filled_rows(content))
    except CellProblem:
        raise
    except Exception as error:
        # openpyxl raises whatever its parsers raise on a damaged file
        raise CellProblem("broken_xlsx") from error


def check_workbook(content: bytes) -> None:
    """Refuse what is no workbook, and what would cost too much to open.

    :raises CellProblem: see `read_first_sheet`
    """
    if content.startswith(_OLE):
        raise CellProblem("locked_xlsx" if _ENCRYPTED in content else "old_xls")
    if len(content) > MAX_BYTES:
        raise CellProblem("too_big_xlsx")
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise CellProblem("not_xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_sizes(archive.infolist(), len(content))
            _check_markup(archive)
    except CellProblem:
        raise
    except Exception as error:
        # zipfile and zlib raise what they like on a damaged archive
        raise CellProblem("broken_xlsx") from error


def check_sizes(parts: list[zipfile.ZipInfo], size: int) -> None:
    """By the directory of the archive; reading never goes beyond what it says.

    :raises CellProblem: `locked_xlsx` or `too_big_xlsx`
    """
    if any(part.flag_bits & 1 for part in parts):
        raise CellProblem("locked_xlsx")
    unpacked = sum(part.file_size for part in parts)
    if (
        len(parts) > MAX_PARTS
        or unpacked > MAX_UNPACKED
        or unpacked > max(SMALL, MAX_RATIO * size)
    ):
        raise CellProblem("too_big_xlsx")


def _check_markup(archive: zipfile.ZipFile) -> None:
    tags = 0
    for part in archive.infolist():
        if not part.filename.lower().endswith(_XML):
            continue
        text = archive.read(part)
        # Excel writes UTF-8 without a document type: entities have no place here
        if b"\0" in text[:64] or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise CellProblem("broken_xlsx")
        tags += text.count(b"<")
        if tags > MAX_TAGS:
            raise CellProblem("too_big_xlsx")


def _filled_rows(content: bytes) -> Iterator[tuple[int, tuple]]:
    # read_only: merged areas are not spread out, and no cell exists but those written
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=True, keep_links=False
    )
    sheet = book.worksheets[0]
    # the size that the sheet claims may be wrong; its rows say the truth
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > MAX_ROW:
            raise CellProblem("broken_xlsx")
        width = _width(cells)
        if width > MAX_COLUMNS:
            raise CellProblem("too_wide_xlsx")
        if width or number == 1:
            yield number, cells[:width]


def _width(cells: tuple) -> int:
    """Columns up to the last filled one."""
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    return width
