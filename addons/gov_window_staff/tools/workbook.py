"""Reading an .xlsx workbook that a person hands in."""

import io
import warnings
import zipfile

import openpyxl

from ..rules.cells import CellProblem

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_UNPACKED = 512 * 1024 * 1024  # bytes; a bomb unpacks to far more


def read_first_sheet(content: bytes) -> list[tuple[int, tuple]]:
    """Rows of the first sheet as (row number, cells), empty rows included.

    :raises CellProblem: `old_xls`, `not_xlsx` or `broken_xlsx`
    """
    if content.startswith(_OLE):
        raise CellProblem("old_xls")
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise CellProblem("not_xlsx")
    try:
        _refuse_bomb(content)
        with warnings.catch_warnings():
            # openpyxl warns of cells that it cannot read as dates; we refuse them
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        return list(enumerate(book.worksheets[0].iter_rows(values_only=True), 1))
    except CellProblem:
        raise
    except Exception as error:
        # openpyxl raises whatever its parsers raise on a damaged file
        raise CellProblem("broken_xlsx") from error


def _refuse_bomb(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _MAX_UNPACKED:
            raise CellProblem("broken_xlsx")
