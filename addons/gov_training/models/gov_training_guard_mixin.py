"""What no client may write: computed columns, and records that are closed."""

from odoo import models

# Only code of this addon can hold this object; a context sent over RPC is JSON and
# can never carry it.
UNLOCKED = object()


class GovTrainingGuardMixin(models.AbstractModel):
    """Keeps stored computed fields out of reach of `write`.

    `create` computes them in any case, while `write` takes a value for a stored related
    or computed field when a client sends one, and statistics here read such fields.
    Values sent for them are ignored.
    """

    _name = "gov.training.guard.mixin"
    _description = "Guard of Computed Fields"

    def write(self, vals):
        derived = {
            name
            for name, field in self._fields.items()
            if field.store and field.compute and field.readonly
        }
        return super().write({k: v for k, v in vals.items() if k not in derived})

    def _is_unlocked(self):
        return self.env.context.get("gov_training_unlocked") is UNLOCKED

    def _unlocked(self):
        return self.with_context(gov_training_unlocked=UNLOCKED)
