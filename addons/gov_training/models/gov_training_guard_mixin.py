"""What no client may write: computed columns, and records that are closed."""

from odoo import api, models

# Only code of this addon can hold this object; a context sent over RPC is JSON and
# can never carry it.
UNLOCKED = object()


class GovTrainingGuardMixin(models.AbstractModel):
    """Keeps stored computed fields out of reach of `create` and `write`.

    Odoo takes a value for a stored related or computed field when a client sends one,
    and record rules and statistics here read such fields. Values sent for them, also
    as `default_...` in the context, are ignored.
    """

    _name = "gov.training.guard.mixin"
    _description = "Guard of Computed Fields"

    def _derived_fields(self):
        return {
            name
            for name, field in self._fields.items()
            if field.store and field.compute and field.readonly
        }

    def _without_derived(self, vals):
        derived = self._derived_fields()
        return {name: value for name, value in vals.items() if name not in derived}

    @api.model_create_multi
    def create(self, vals_list):
        hidden = {f"default_{name}" for name in self._derived_fields()}
        context = {k: v for k, v in self.env.context.items() if k not in hidden}
        clean = self.with_context(context)
        vals_list = [self._without_derived(vals) for vals in vals_list]
        records = super(GovTrainingGuardMixin, clean).create(vals_list)
        return records.with_env(self.env)

    def write(self, vals):
        return super().write(self._without_derived(vals))

    def _is_unlocked(self):
        return self.env.context.get("gov_training_unlocked") is UNLOCKED

    def _unlocked(self):
        return self.with_context(gov_training_unlocked=UNLOCKED)
