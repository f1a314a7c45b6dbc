"""Certificates of skill levels (职业技能等级证书)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...exceptions import DocumentLocked
from ...rules import scan as scans
from ...rules.allowance import Certificate
from ...rules.cells import clean
from ..base.gov_protected_mixin import UNLOCK

STATES = [
    ("draft", "To Verify"),
    ("verified", "Verified"),
    ("rejected", "Not Confirmed"),
    ("void", "Void"),
]
ORIGINS = [
    ("office", "Entered by the Office"),
    ("portal", "Uploaded by the Holder"),
    ("import", "Imported"),
]
# what verification leaves behind; only the methods of the flow write it
RESULTS = frozenset(
    {
        "state",
        "origin",
        "verify_date",
        "verifier_id",
        "verify_result",
        "verify_url",
        "reject_reason",
        "void_reason",
    }
)
# what the officer compared with the registry; it stays as it was compared
FACTS = frozenset(
    {
        "employee_id",
        "level_id",
        "number",
        "issue_date",
        "issuer",
        "scan",
        "scan_name",
        "theory_score",
        "practice_score",
        "ladder_version_id",
    }
)


class GovCertificate(models.Model):
    """A certificate; it counts for pay only once an officer verified it (D18)."""

    _name = "gov.certificate"
    _description = "Skill Certificate"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "issue_date desc, id desc"
    _rec_name = "number"

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    level_id = fields.Many2one(
        "gov.skill.level", required=True, ondelete="restrict", tracking=True, index=True
    )
    number = fields.Char(string="Certificate No.", required=True, tracking=True)
    issue_date = fields.Date(string="Issued On", required=True, tracking=True)
    issuer = fields.Char(string="Issued By", tracking=True)
    ladder_version_id = fields.Many2one(
        "gov.ladder.version",
        string="Edition of the Standard",
        compute="_compute_ladder_version_id",
        store=True,
        readonly=False,
        ondelete="restrict",
        index="btree_not_null",
        help="The one in force on the day of issue, unless the paper says otherwise.",
    )
    registry_url = fields.Char(
        string="Registry", compute="_compute_registry_url", help="全国联网查询系统."
    )
    theory_score = fields.Float(digits=(5, 2), aggregator="avg")
    practice_score = fields.Float(digits=(5, 2), aggregator="avg")
    scan = fields.Binary(attachment=True, help="PDF, JPG or PNG, at most 10 MB.")
    scan_name = fields.Char()
    scan_kind = fields.Selection(
        [("pdf", "PDF"), ("jpg", "JPG"), ("png", "PNG")],
        compute="_compute_scan_kind",
        store=True,
    )
    origin = fields.Selection(
        ORIGINS, string="Entered Through", default="office", readonly=True, copy=False
    )
    verify_date = fields.Date(
        string="Verified On", tracking=True, copy=False, readonly=True
    )
    verifier_id = fields.Many2one(
        "res.users", string="Verified By", readonly=True, copy=False
    )
    verify_result = fields.Char(
        string="Registry Result", readonly=True, copy=False, tracking=True
    )
    verify_url = fields.Char(string="Registry Address", readonly=True, copy=False)
    reject_reason = fields.Char(
        string="Reason of Rejection", tracking=True, copy=False, readonly=True
    )
    void_reason = fields.Char(tracking=True, copy=False, readonly=True)
    state = fields.Selection(
        STATES, compute="_compute_state", store=True, tracking=True, index=True
    )
    is_used = fields.Boolean(
        string="Used by a Closed Month", compute="_compute_is_used"
    )
    department_id = fields.Many2one(
        related="employee_id.department_id", string="Site", store=False
    )

    _number_uniq = models.Constraint(
        "UNIQUE(number)", "A certificate with this number is already recorded."
    )
    _theory_range = models.Constraint(
        "CHECK(theory_score >= 0 AND practice_score >= 0)",
        "A score cannot be negative.",
    )

    @api.depends("verify_date", "reject_reason", "void_reason")
    def _compute_state(self):
        for certificate in self:
            if certificate.void_reason:
                certificate.state = "void"
            elif certificate.reject_reason:
                certificate.state = "rejected"
            else:
                certificate.state = "verified" if certificate.verify_date else "draft"

    @api.depends("issue_date")
    def _compute_ladder_version_id(self):
        edition_of = self.env["gov.ladder.version"]._by_day()
        for certificate in self:
            certificate.ladder_version_id = edition_of(certificate.issue_date)

    @api.depends("ladder_version_id")
    def _compute_registry_url(self):
        today = fields.Date.context_today(self)
        current = self.env["gov.ladder.version"]._current(today)
        for certificate in self:
            edition = certificate.ladder_version_id or current
            certificate.registry_url = edition.registry_url

    @api.depends("scan")
    def _compute_scan_kind(self):
        for certificate in self.with_context(bin_size=False):
            content = scans.decoded(certificate.scan)
            certificate.scan_kind = content and scans.kind(content)

    def _compute_is_used(self):
        used = self._filter_used()
        for certificate in self:
            certificate.is_used = certificate in used

    def _filter_used(self):
        """Hook: the certificates of `self` that a closed month was paid with."""
        return self.browse()

    @api.constrains("scan")
    def _check_scan(self):
        for certificate in self.with_context(bin_size=False):
            if certificate.scan:
                certificate._check_scan_content(scans.decoded(certificate.scan))

    @api.model
    def _check_scan_content(self, content):
        """Refuse what is no scan.

        :param content: bytes of the file
        :raises ValidationError: empty, too big, or neither PDF nor JPG nor PNG
        """
        problem = scans.problem(content)
        if not problem:
            return
        megabytes = scans.MAX_BYTES // 1024 // 1024
        raise ValidationError(
            {
                "empty": self.env._("The scan is empty. Choose the file again."),
                "too_big": self.env._(
                    "The scan is bigger than %s MB. Save it smaller, or photograph it "
                    "with a lower resolution.",
                    megabytes,
                ),
                "wrong_kind": self.env._(
                    "The scan must be a PDF, JPG or PNG file; the name alone does not "
                    "make it one. Save or photograph it again in one of these formats."
                ),
            }[problem]
        )

    # -- only the flow writes results, and facts stay as they were verified -----------

    def _unprotected(self):
        """The same records, for a method that has checked what it does."""
        return self.with_context(gov_unlock=UNLOCK)

    def _is_unprotected(self):
        return self.env.context.get("gov_unlock") is UNLOCK

    @api.model_create_multi
    def create(self, vals_list):
        created = super().create([self._prepare_facts(vals) for vals in vals_list])
        # looked at afterwards: a default in the context would forge them too
        if not self._is_unprotected() and any(
            any(certificate[name] for name in RESULTS - {"state", "origin"})
            or certificate.origin != "office"
            for certificate in created
        ):
            raise DocumentLocked(self._use_the_buttons())
        return created

    def write(self, vals):
        if not self._is_unprotected():
            if RESULTS & set(vals):
                raise DocumentLocked(self._use_the_buttons())
            if FACTS & set(vals):
                self._check_open()
        return super().write(self._prepare_facts(vals))

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_open()

    def _use_the_buttons(self):
        return self.env._(
            "Use the buttons to verify a certificate, to declare it void or to take "
            "that back; the result cannot be entered by hand."
        )

    def _check_open(self):
        """Facts of a certificate change only while it waits for verification."""
        closed = self.filtered(lambda certificate: certificate.state != "draft")
        if closed:
            labels = dict(self._fields["state"]._description_selection(self.env))
            raise DocumentLocked(
                self.env._(
                    "Certificate %(number)s is in the state “%(state)s” and cannot be "
                    "changed or deleted. Send it back to verification first, with a "
                    "reason.",
                    number=closed[0].number,
                    state=labels[closed[0].state],
                )
            )

    @api.model
    def _prepare_facts(self, vals):
        """Number as it is compared; the scan's name with its true ending."""
        vals = dict(vals)
        if vals.get("number"):
            vals["number"] = scans.certificate_number(clean(vals["number"]))
        content = scans.decoded(vals.get("scan"))
        if content and scans.kind(content):
            vals["scan_name"] = scans.file_name(vals.get("scan_name"), content)
        return vals

    @api.model
    def _to_rules(self, employees):
        """Certificates as the rules read them: {employee id: tuple of Certificate}.

        Those of a former file of the same person count as well.
        """
        former = employees._gov_former_files()
        files = employees.union(*former.values())
        found = {}
        for certificate in self.search(
            [
                ("employee_id", "in", files.ids),
                ("state", "in", ("draft", "verified")),
            ]
        ):
            found.setdefault(certificate.employee_id.id, []).append(
                Certificate(
                    rank=certificate.level_id.rank,
                    issued=certificate.issue_date,
                    verified=certificate.verify_date or None,
                    number=certificate.number,
                )
            )
        for person, own in former.items():
            held = [paper for file in own for paper in found.get(file.id, ())]
            if held:
                found[person.id] = held + found.get(person.id, [])
        return {person: tuple(found[person]) for person in found}
