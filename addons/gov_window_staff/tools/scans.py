"""Refusal of files that are no usable scans, in the reader's words."""

from odoo.exceptions import UserError

from ..rules import scan
from .upload_content import UploadProblem, found_type


def check_scan(env, content):
    """Raise `UserError` unless the bytes are a PDF, JPG or PNG of a usual size."""
    problem = scan.problem(content)
    if problem == "empty":
        raise UserError(env._("The file is empty. Choose it again."))
    if problem == "too_big":
        raise UserError(
            env._(
                "The file is larger than %s MB. Photograph it with less detail, or "
                "save it as a smaller PDF.",
                scan.MAX_BYTES // 2**20,
            )
        )
    if problem:
        raise UserError(
            env._("Only PDF, JPG and PNG files are taken; this is something else.")
        )
    try:
        found_type(content)
    except UploadProblem as error:
        files = env["ir.attachment"]
        raise files._gov_refused(scan.kind(content).upper(), error.code) from error
