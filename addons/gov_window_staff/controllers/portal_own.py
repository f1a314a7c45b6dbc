"""What all self-service pages share: the own person, refusals, files."""

import psycopg2

from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import mute_logger

from odoo.addons.portal.controllers.portal import CustomerPortal

from ..rules import scan

PAGE_SIZE = 20
ACCEPT = ".pdf,.jpg,.jpeg,.png"


class OwnPortal(CustomerPortal):
    """Pages about the person behind the login, and nobody else.

    Records are read with full rights, because portal users have none; so each search
    begins with `_own()`, and an id in an address is looked up among the own records.
    """

    def _own(self):
        """hr.employee of the login with full rights, empty when there is none."""
        return request.env["hr.employee"]._gov_own()

    def _own_record(self, records, record_id, person_field="employee_id"):
        """One of the own records, empty for everybody else's id.

        :param records: recordset of the model, with full rights
        """
        person = self._own()
        if not person:
            return records.browse()
        return records.search([("id", "=", record_id), (person_field, "=", person.id)])

    def _page(self, template, page_name, **values):
        """The page, or a sentence for logins that belong to no person."""
        person = self._own()
        if not person:
            template = "gov_window_staff.portal_no_profile"
        return request.render(
            template,
            {
                **self._prepare_portal_layout_values(),
                "person": person,
                "page_name": page_name,
                "done": request.params.get("done"),
                **values,
            },
        )

    def _attempt(self, action):
        """Do `action`; what goes wrong becomes a sentence for the form.

        :return: (result, None) or (None, sentence), with nothing written
        """
        try:
            with mute_logger("odoo.sql_db"), request.env.cr.savepoint():
                return action(), None
        except UserError as error:
            return None, str(error)
        except psycopg2.IntegrityError:
            return None, request.env._(
                "Somebody has just entered the same. Reload the page and look."
            )

    def _upload(self, name):
        """Bytes and name of a file of the form; (b"", "") when none was chosen."""
        sent = request.httprequest.files.get(name)
        if not sent or not sent.filename:
            return b"", ""
        # one byte more than is taken tells a large file from one that just fits
        return sent.read(scan.MAX_BYTES + 1), sent.filename

    def _download(self, record, field, name):
        """Stream a binary field of an own record."""
        # sudo: `record` has been looked up among the own ones
        stream = request.env["ir.binary"].sudo()._get_stream_from(record, field, name)
        return stream.get_response(as_attachment=True)
