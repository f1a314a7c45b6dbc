"""Result of a national exam, and the certificate that follows (T22, T23)."""

from odoo import models


class GovCertificationRegistration(models.Model):
    """What the organiser reports; the certificate is a draft to be verified."""

    _inherit = "gov.certification.registration"

    def _take_result(self, vals, paper=None):
        """Write a result; called by the import, which has checked it.

        :param vals: state and scores
        :param paper: number, issue_date, issuer of the certificate, when it is known
        """
        self.ensure_one()
        self.exam_id.check_access("write")
        self._unprotected().write(vals)
        if paper:
            self._unprotected().write({"certificate_id": self._draft(paper).id})

    def _draft(self, paper):
        """The certificate under this number, new unless it is recorded already."""
        certificates = self.env["gov.certificate"]
        found = certificates.search([("number", "=", paper["number"])])
        return found or certificates.create(
            {
                **paper,
                "employee_id": self.employee_id.id,
                "level_id": self.level_id.id,
                "issuer": paper["issuer"] or self.exam_id.organiser,
                "theory_score": self.theory_score,
                "practice_score": self.practice_score,
                "ladder_version_id": self.exam_id.ladder_version_id.id,
            }
        )
