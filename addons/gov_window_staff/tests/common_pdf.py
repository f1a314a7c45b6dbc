"""What stands in a printed form."""

import io

from pypdf import PdfReader


def pdf_text(env, report, records):
    """The text of all pages of a PDF report."""
    content, kind = (
        env["ir.actions.report"]
        .with_context(lang="zh_CN")
        ._render_qweb_pdf(report, records.ids)
    )
    if kind != "pdf":
        raise AssertionError(f"{report} gave {kind}, not a PDF")
    return "\n".join(
        page.extract_text() for page in PdfReader(io.BytesIO(content)).pages
    )
