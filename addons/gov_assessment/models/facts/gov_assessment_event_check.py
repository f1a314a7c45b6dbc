"""What must be in order before a record counts: duplicates, limits, evidence."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules.duplicates import Record, codes, same_fact


class GovAssessmentEvent(models.Model):
    """One fact counts once, by the conditions of its item."""

    _inherit = "gov.assessment.event"

    matter = fields.Char(
        string="Matter Awarded",
        help="What was awarded, in the same words on each award for it: of the awards "
        "for one matter only the highest counts (D23).",
    )
    is_highest_only = fields.Boolean(related="item_id.is_highest_only")
    needs_evidence = fields.Boolean(related="item_id.needs_evidence")
    needs_verification = fields.Boolean(related="item_id.needs_verification")
    duplicate_ids = fields.Many2many(
        "gov.assessment.event",
        string="Perhaps the Same Fact",
        compute="_compute_duplicate_ids",
        help="Other records of the person that may name the same fact: same day and "
        "same or linked item, or the same matter awarded.",
    )
    duplicate_reason = fields.Char(
        string="Why Both Count",
        copy=False,
        tracking=True,
        help="Needed to confirm a record beside another one of the same fact.",
    )

    @api.depends("employee_id", "date", "item_id", "matter", "state")
    def _compute_duplicate_ids(self):
        others = self._duplicate_candidates().grouped("employee_id")
        none = self.browse()
        for event in self:
            near = others.get(event.employee_id._origin, none) - event._origin
            own = event._to_record()
            event.duplicate_ids = near.filtered(
                lambda other, own=own: same_fact(own, other._to_record())
            )

    def _duplicate_candidates(self):
        known = self.filtered(lambda e: e.employee_id and e.date and e.item_id)
        if not known:
            return self.browse()
        matters = [matter for matter in known.mapped("matter") if matter]
        return self.search(
            [
                ("employee_id", "in", known.employee_id._origin.ids),
                ("state", "!=", "withdrawn"),
                "|",
                ("date", "in", list(set(known.mapped("date")))),
                # the words are compared without blanks: any matter of the person
                ("matter", "!=" if matters else "=", False),
            ]
        )

    def _to_record(self):
        item = self.item_id
        return Record(
            person=self.employee_id._origin.id,
            day=self.date,
            code=item.code or "",
            links=codes(item.linked_codes) | codes(item.replaces_codes),
            is_highest_only=item.is_highest_only,
            matter=self.matter or "",
        )

    @api.constrains("employee_id", "item_id", "date")
    def _check_level(self):
        """An item for some post levels is for people who have them that day (A74)."""
        limited = self.filtered(
            lambda e: e.item_id.level_ids or e.category_id.level_ids
        )
        for day, events in limited.grouped("date").items():
            # sudo: site officers record facts of people whose versions they can't read
            versions = self.env["hr.version"].sudo()
            as_of = versions._gov_as_of(events.employee_id.sudo(), day)
            for event in events:
                own = as_of.get(event.employee_id.id, versions).gov_post_level_id
                if not event.item_id._is_for(own):
                    raise ValidationError(
                        self.env._(
                            "Item %(code)s is not for the post level of %(person)s. "
                            "Choose an item of that level.",
                            code=event.item_id.code,
                            person=event.employee_id.name,
                        )
                    )

    # -- checks before a record counts ---------------------------------------

    def _check_confirmable(self):
        """Refuse in words, one record after the other."""
        for event in self:
            event._check_evidence()
            event._check_quantity()
            event._check_duplicates(self)
        self._check_month_limits()

    def _check_evidence(self):
        if self.needs_evidence and not self.evidence_ids:
            raise UserError(
                self.env._(
                    "%(record)s: item %(code)s needs evidence. Attach the notice or "
                    "certificate first.",
                    record=self.display_name,
                    code=self.item_id.code,
                )
            )

    def _check_quantity(self):
        if self.item_id.is_daily and self.quantity > 1 and not self.duplicate_reason:
            raise UserError(
                self.env._(
                    "%(record)s: item %(code)s counts at most once a day. Enter the "
                    "quantity 1, or write down why more counts.",
                    record=self.display_name,
                    code=self.item_id.code,
                )
            )

    def _check_duplicates(self, batch):
        """Refuse beside a record that counts, or comes before it in the batch."""
        rivals = self.duplicate_ids.filtered(
            lambda other: other._counts() or (other in batch and other.id < self.id)
        )
        if rivals and not self.duplicate_reason:
            raise UserError(
                self.env._(
                    "%(record)s seems to be the same fact as %(other)s. Withdraw one "
                    "of them, or write down why both count.",
                    record=self.display_name,
                    other=", ".join(rivals.mapped("display_name")),
                )
            )

    def _check_month_limits(self):
        limited = self.filtered("item_id.month_limit")
        if not limited:
            return
        groups = self._read_group(
            [
                ("employee_id", "in", limited.employee_id.ids),
                ("item_id", "in", limited.item_id.ids),
                ("count_month", "in", list(set(limited.mapped("count_month")))),
                "|",
                ("state", "=", "confirmed"),
                ("id", "in", limited.ids),
            ],
            ["employee_id", "item_id", "count_month:month"],
            ["__count"],
        )
        for person, item, month, count in groups:
            if count > item.month_limit:
                raise UserError(
                    self.env._(
                        "%(person)s has %(count)s records of item %(code)s in "
                        "%(month)s; at most %(limit)s count in a month.",
                        person=person.name,
                        count=count,
                        code=item.code,
                        month=f"{month:%Y-%m}",
                        limit=item.month_limit,
                    )
                )
