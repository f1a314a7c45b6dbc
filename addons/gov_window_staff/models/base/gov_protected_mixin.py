"""Results and closed documents that only the system's own methods may change.

The key in the context is an object that no RPC client can send, so a right to write
the model is not a right to edit a result by hand.
"""

from odoo import api, models
from odoo.exceptions import LockError
from odoo.tools import SQL
from odoo.tools.misc import clean_context

from ...exceptions import DocumentLocked

UNLOCK = object()


class GovProtectedMixin(models.AbstractModel):
    """Refuses create, write and unlink unless called through `_unprotected()`."""

    _name = "gov.protected.mixin"
    _description = "Record Changed by the System Only"

    _hand_fields = frozenset()  # fields that people may write by hand

    def _unprotected(self):
        """The same records, for a method that has checked what it does."""
        return self.with_context(gov_unlock=UNLOCK)

    def _check_protection(self):
        if self.env.context.get("gov_unlock") is not UNLOCK:
            # sudo: users cannot read ir.model; only the title of the model is shown
            raise DocumentLocked(
                self.env._(
                    "“%(model)s” is worked out by the system and cannot be changed by "
                    "hand. Correct the facts behind it and compute again.",
                    model=self.env["ir.model"]._get(self._name).sudo().name,
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_protection()
        clean = self
        if self.env.context.get("gov_unlock") is UNLOCK:
            # the system says every value: no default_... key of a caller adds one
            clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        records = super(GovProtectedMixin, clean).create(vals_list)
        return records.with_env(self.env)

    def write(self, vals):
        if set(vals) - self._hand_fields:
            self._check_protection()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        self._check_protection()

    def _take(self, allow_referencing=False):
        """Lock the rows for the rest of the transaction and read them afresh.

        Two users who press the same button at once work one after the other: the
        second one sees what the first one did.

        :param allow_referencing: others may meanwhile add records that refer to these
        """
        try:
            self.lock_for_update(allow_referencing=allow_referencing)
        except LockError as error:
            raise taken_by_others(self) from error
        mark_taken(self)
        self.invalidate_recordset()

    def _await(self):
        """Lock the rows like `_take`, but wait for whoever works on them.

        For a person whose single answer comes between the clicks of an officer: what
        changed meanwhile makes Odoo begin anew, and the person reads the outcome.
        """
        if ids := tuple(record_id for record_id in self._ids if record_id):
            self.env.cr.execute(
                SQL(
                    "SELECT id FROM %(table)s WHERE id IN %(ids)s FOR UPDATE",
                    table=SQL.identifier(self._table),
                    ids=ids,
                )
            )
        self.invalidate_recordset()

    def _hold(self):
        """Nobody may take the rows until the transaction ends; many hold them at once.

        For what must not happen while a document is taken, as a new fact of a month
        that is being scored.
        """
        ids = tuple({record_id for record_id in self._ids if record_id})
        if not ids:
            return
        found = self.env.execute_query(
            SQL(
                "SELECT id FROM %(table)s WHERE id IN %(ids)s FOR SHARE SKIP LOCKED",
                table=SQL.identifier(self._table),
                ids=ids,
            )
        )
        if len(found) != len(ids):
            raise taken_by_others(self)


def mark_taken(records):
    """Write rows as they are.

    A transaction that began before this one ends, and has read other tables as they
    were, fails when it locks these rows; Odoo then does it anew with fresh eyes.
    """
    if ids := tuple(record_id for record_id in records._ids if record_id):
        records.env.cr.execute(
            SQL(
                "UPDATE %(table)s SET id = id WHERE id IN %(ids)s",
                table=SQL.identifier(records._table),
                ids=ids,
            )
        )


def taken_by_others(records):
    """The error for whoever comes second."""
    return DocumentLocked(
        records.env._(
            "Somebody else is working on %(name)s at this moment. Wait a "
            "minute, reload the page and look at the result.",
            name=records[:1].display_name,
        )
    )
