"""Service windows (窗口): the counters at which staff serve the public."""

import base64
import io

import qrcode

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

KINDS = [
    ("general", "Comprehensive"),
    ("department", "Department Window"),
    ("special", "Special"),
    ("guide", "Guide Desk"),
]
EVALUATORS = [("none", "None"), ("device", "Rating Device"), ("qr", "QR Code")]

RED, ORANGE, GREEN = 1, 2, 10  # of the web client's colours for cards

OPEN = Domain("is_open", "=", True)
GENERAL = OPEN & Domain("kind", "=", "general")
# a guide desk concludes nothing that could be rated
TO_RATE = OPEN & Domain("kind", "!=", "guide")
RATED = TO_RATE & Domain("evaluator_kind", "!=", "none")
UNRATED = TO_RATE & Domain("evaluator_kind", "=", "none")


def _qr_png(content):
    """A QR code as PNG; still readable with 15 % of the print worn off (level M)."""
    picture = qrcode.make(content, error_correction=qrcode.ERROR_CORRECT_M)
    png = io.BytesIO()
    picture.save(png, format="PNG")
    return png.getvalue()


class GovWindow(models.Model):
    """One window of a site (综合/专业/特殊窗口、引导台)."""

    _name = "gov.window"
    _description = "Service Window"
    _order = "department_id, number, name"
    _inherit = ["mail.thread"]
    _rec_names_search = ["name", "number"]

    name = fields.Char(required=True, tracking=True)
    number = fields.Char(string="Window No.")
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id", store=True, index=True
    )
    site_level = fields.Selection(related="department_id.gov_level", store=True)
    kind = fields.Selection(KINDS, default="general", required=True, tracking=True)
    area_id = fields.Many2one("gov.window.area", ondelete="restrict", tracking=True)
    is_vanguard = fields.Boolean(
        string="Vanguard Post",
        tracking=True,
        help="Marked as 党员先锋岗: a party member serves here, with the badge on.",
    )
    equipment = fields.Text(help="Computer, scanner, self-service terminal and so on.")
    active = fields.Boolean(default=True)
    is_open = fields.Boolean(string="Open", default=True, tracking=True)
    closed_on = fields.Date(string="Closed Since", tracking=True, copy=False)
    closing_reason = fields.Char(tracking=True, copy=False)
    evaluator_kind = fields.Selection(
        EVALUATORS, string="Evaluator", default="none", required=True, tracking=True
    )
    evaluator_number = fields.Char(string="Evaluator No.", copy=False)
    qr_content = fields.Char(
        string="QR Code Content",
        copy=False,
        help="Address that the code opens, given by the rating platform (好差评).",
    )
    qr_image = fields.Binary(string="QR Code", compute="_compute_qr_image")
    main_person_id = fields.Many2one(
        "hr.employee", string="Main Person (A)", ondelete="restrict", tracking=True
    )
    backup_person_id = fields.Many2one(
        "hr.employee", string="Backup Person (B)", ondelete="restrict", tracking=True
    )
    people_note = fields.Char(
        string="Please Check",
        compute="_compute_people_note",
        help="Why a person in charge cannot serve this window any more.",
    )
    state_color = fields.Integer(
        compute="_compute_state_color",
        help="Edge of the card: red closed, orange to look at, green in order.",
    )
    staff_count = fields.Integer(compute="_compute_staff_count")

    _name_uniq = models.Constraint(
        "UNIQUE(department_id, name)", "This site already has a window of that name."
    )

    @api.depends("name", "department_id")
    @api.depends_context("gov_show_site")
    def _compute_display_name(self):
        """With the site in front, unless the place shows the site anyway."""
        for window in self:
            site = window.department_id.name
            if site and self.env.context.get("gov_show_site", True):
                window.display_name = f"{site} / {window.name}"
            else:
                window.display_name = window.name

    @api.depends("qr_content")
    def _compute_qr_image(self):
        for window in self:
            content = window.qr_content
            window.qr_image = base64.b64encode(_qr_png(content)) if content else False

    @api.depends("main_person_id", "backup_person_id", "department_id")
    def _compute_people_note(self):
        for window in self:
            window.people_note = " ".join(window._people_problems()) or False

    @api.depends("is_open", "kind", "evaluator_kind", "people_note")
    def _compute_state_color(self):
        for window in self:
            unrated = window.kind != "guide" and window.evaluator_kind == "none"
            to_look_at = unrated or window.people_note
            window.state_color = (
                RED if not window.is_open else (ORANGE if to_look_at else GREEN)
            )

    def _compute_staff_count(self):
        # sudo: a head count only; site officers cannot read hr.employee
        counts = dict(
            self.env["hr.employee"]
            .sudo()
            ._read_group(
                [("gov_window_id", "in", self.ids)], ["gov_window_id"], ["__count"]
            )
        )
        for window in self:
            window.staff_count = counts.get(window._origin, 0)

    @api.constrains("main_person_id", "backup_person_id")
    def _check_people(self):
        """A person in charge is in service and at this site; the backup is another."""
        for window in self:
            problems = window._people_problems()
            if problems:
                raise ValidationError("\n".join(problems))

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_closing_day(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._with_closing_day(vals))

    def _with_closing_day(self, vals):
        """Closing sets today unless a day is given; opening clears day and reason."""
        if "is_open" not in vals:
            return vals
        if vals["is_open"]:
            return {**vals, "closed_on": False, "closing_reason": False}
        return {"closed_on": fields.Date.context_today(self), **vals}

    def _people_problems(self):
        """Why the two persons in charge (A、B角) cannot be that; list of sentences."""
        self.ensure_one()
        # sudo: site officers see who is in charge, but not hr.employee
        main, backup = self.sudo().main_person_id, self.sudo().backup_person_id
        problems = [
            problem
            for person in main | backup
            if (problem := self._person_problem(person))
        ]
        if main and main == backup:
            problems.append(
                self.env._(
                    "%(person)s cannot be main and backup person of “%(window)s” at "
                    "the same time.",
                    person=main.name,
                    window=self.name,
                )
            )
        return problems

    def _person_problem(self, person):
        left = person.gov_leave_date
        if not person.active or (left and left < fields.Date.context_today(self)):
            return self.env._("%(person)s is no longer in service.", person=person.name)
        if person.department_id != self.department_id:
            return self.env._(
                "%(person)s works at %(site)s, not at the site of “%(window)s”.",
                person=person.name,
                site=person.department_id.name or "-",
                window=self.name,
            )
        return None

    def action_open_staff(self):
        """People at this window now."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "kanban,list,form",
            "domain": [("gov_window_id", "in", self.ids)],
            "context": {"default_gov_window_id": self.id},
            "name": self.env._("Staff"),
        }

    def action_open_form(self):
        """This window; for lists inside other forms."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.window",
            "view_mode": "form",
            "res_id": self.id,
            "name": self.env._("Window"),
        }
