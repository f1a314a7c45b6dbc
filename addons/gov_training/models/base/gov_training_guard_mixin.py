"""What no client may write: computed columns, and records that are closed."""

from odoo import fields, models

# Only code of this addon can hold this object; a context sent over RPC is JSON and
# can never carry it.
UNLOCKED = object()

SIGN_WAYS = [
    ("list", "Officer's List"),
    ("import", "Imported List"),
    ("qr", "QR Code"),
]


class SignWay(str):
    """How somebody is signed in; a client can send the word, never this class."""

    __slots__ = ()


class GovTrainingGuardMixin(models.AbstractModel):
    """Keeps stored computed fields and sealed fields out of reach of clients.

    `create` computes stored fields in any case, while `write` takes a value for a
    stored related or computed field when a client sends one, and statistics here read
    such fields. Values sent for them are ignored. `_sealed_fields` are set by methods
    of this addon only, which work on `_unlocked()` records.
    """

    _name = "gov.training.guard.mixin"
    _description = "Guard of Computed Fields"

    _sealed_fields = frozenset()

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

    def _sealed(self, vals):
        """Values without sealed fields; defaults in a context count as sent."""
        if self._is_unlocked():
            return vals
        return {**vals, **dict.fromkeys(self._sealed_fields, False)}

    def _by_way(self, way):
        """The same records, signed in from now on in a way of `SIGN_WAYS`."""
        return self.with_context(gov_training_way=SignWay(way))

    def _signed_vals(self, state):
        """Time and way of signing in that go with a new state."""
        if state != "attended":
            return {"sign_time": False, "sign_way": False}
        way = self.env.context.get("gov_training_way")
        known = isinstance(way, SignWay)
        return {
            "sign_time": fields.Datetime.now(),
            "sign_way": str(way) if known else "list",
        }
