"""Pay slips of a finance pack as PDF, a file for each site (按机构打印工资条)."""

import base64

from odoo import api, fields, models
from odoo.tools import split_every

from odoo.addons.gov_window_staff.tools.structure_workbook import FORBIDDEN

from ...report import finance_pack

IN_FILE = 100  # people; a page takes 0.1 s
AT_ONCE = 100  # people of a run whose slips are printed with the pack
AT_ONCE_KEY = "gov_payroll.slips_at_once"


class GovPayExport(models.Model):
    """Finance pack with slips: small runs at once, large ones in the background.

    The manifest names every file with its hash, so it is written last of all.
    """

    _inherit = "gov.pay.export"

    # for the manifest, which is written when the last file is there
    manifest_head = fields.Json(groups=fields.NO_ACCESS)
    slips_waiting = fields.Boolean(
        string="Pay Slips Being Printed", help="A file for each site is added."
    )

    def _gov_plan_slips(self):
        """Print now or later; once for a run, whose slips do not change any more."""
        self.ensure_one()
        printed = self.search_count(
            [
                ("run_id", "=", self.run_id.id),
                "|",
                ("slips_waiting", "=", True),
                ("file_ids.kind", "=", "slips"),
            ]
        )
        if printed or self.run_id.state != "locked":
            return []
        # sudo: a parameter of the system
        parameters = self.env["ir.config_parameter"].sudo()
        if self.people_count <= int(parameters.get_param(AT_ONCE_KEY, AT_ONCE)):
            return [self._gov_slip_file(*part) for part in self._gov_slip_parts()]
        self.slips_waiting = True
        self.env.ref("gov_payroll.cron_slips")._trigger()
        return []

    def _gov_slip_parts(self):
        """[(name of the file, slips)] in the order of sites and numbers."""
        slips = self.run_id.slip_ids.sorted(lambda s: (s.gov_staff_no or "", s.id))
        by_site = slips.grouped("gov_department_id")
        parts = []
        for site in sorted(by_site, key=lambda site: site.gov_code or ""):
            place = f"{site.gov_code or ''}_{site.name or ''}".translate(FORBIDDEN)
            name = f"工资条_{self.run_id.gov_period}_{place}"
            chunks = list(split_every(IN_FILE, by_site[site].ids))
            for number, ids in enumerate(chunks, start=1):
                suffix = f"_{number}" if len(chunks) > 1 else ""
                parts.append((f"{name}{suffix}.pdf", slips.browse(ids)))
        return parts

    def _gov_slip_file(self, name, slips):
        """Values of one file, as `export_maker` stores them."""
        return {
            "name": name,
            "kind": "slips",
            "content": slips._gov_pdf(),
            "people": len(slips),
            "amount": sum(slips.mapped("gov_net")),
            "shown": "",
        }

    @api.model
    def _cron_make_slips(self):
        """Print what is left, a file at a time; a stop in between loses nothing."""
        for export in self.search([("slips_waiting", "=", True)], order="id"):
            pack = export._unprotected()
            pack = pack.with_context(lang=export.run_id._gov_in_chinese().env.lang)
            done = set(pack.file_ids.mapped("name"))
            parts = [part for part in pack._gov_slip_parts() if part[0] not in done]
            self.env["ir.cron"]._commit_progress(remaining=len(parts))
            for part in parts:
                pack._gov_store_files([pack._gov_slip_file(*part)])
                if not self.env["ir.cron"]._commit_progress(1):
                    return
            pack.slips_waiting = False
            pack._gov_close_pack()

    def _gov_close_pack(self):
        """Write the manifest over all files, once, when none is still being printed."""
        self.ensure_one()
        # a pack from before this field has had its manifest from the start
        is_closed = "manifest" in self.file_ids.mapped("kind")
        if is_closed or self.slips_waiting or not self.manifest_head:
            return
        self._gov_store_files(
            [
                {
                    "name": "manifest.json",
                    "kind": "manifest",
                    "content": finance_pack.manifest(self.manifest_head, self.file_ids),
                    "people": self.people_count,
                    "amount": self.net,
                    "shown": "",
                }
            ]
        )

    def _gov_store_files(self, files):
        """Keep files with hashes: [{name, kind, content, people, amount, shown}]."""
        self.env["gov.pay.export.file"].create(
            [
                {
                    "export_id": self.id,
                    "name": file["name"],
                    "kind": file["kind"],
                    "content": base64.b64encode(file["content"]),
                    "size": len(file["content"]),
                    "sha256": finance_pack.sha256(file["content"]),
                    "people_count": file["people"],
                    "amount": file["amount"],
                    "shown": file["shown"],
                }
                for file in files
            ]
        )
