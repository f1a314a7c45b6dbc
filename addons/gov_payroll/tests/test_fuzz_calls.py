"""Calls of the web client and of scripts: damaged values reach no traceback by a form.

A form sends well-shaped values; whatever they are, the answer is done or a sentence. A
forged call may be answered by Odoo's error of the protocol (wrong type, malformed
command), but it changes nothing and takes no longer.
"""

import logging
import time

import psycopg2
from hypothesis import strategies as st

from odoo.exceptions import AccessError, MissingError, UserError
from odoo.fields import Command
from odoo.models import MAGIC_COLUMNS
from odoo.tests import tagged
from odoo.tools import mute_logger

from . import common_fuzz as fuzz
from .test_fuzz_imports import CASES, FuzzCommon

_logger = logging.getLogger(__name__)

ANSWERS = (UserError, AccessError, MissingError, psycopg2.IntegrityError)
# errors of the protocol: the shape of a value is not one that a form can send
PROTOCOL = (
    *(ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError),
    *(psycopg2.DataError, psycopg2.ProgrammingError, OverflowError, RecursionError),
)
OPERATIONS = ("create", "write", "onchange")
CHATTER = ("message_", "website_message", "activity_", "rating_")
TEXTS = fuzz.CELLS.filter(lambda cell: isinstance(cell, str))
STALE = 2**31 - 1
ODD_DAYS = ("0001-01-01", "1899-12-31", "9999-12-31", "2026-02-28", False)
FORGED = st.sampled_from(
    (
        *fuzz.UNPRINTABLE,
        *(10**30, -1, "x", "2026-02-30", b"\xff".hex(), [[6, 0, ["x"]]], [[9]], [[0]]),
        *([[4]], [[1, 2]], [[6, 0, 5]], [[4, "x"]], [[0, 0, 5]], [7], {"id": "x"}),
    )
)


@tagged("post_install", "-at_install", "gov_fuzz")
class TestFuzzCalls(FuzzCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.site_user = cls.new_user(
            "fuzz site", "gov_window_staff.group_site_officer", sites=cls.town
        )
        cls.roles = {
            "officer": cls.officer,
            "site": cls.site_user,
            "finance": cls.finance,
            "leader": cls.leader,
        }
        cls.targets = [
            (name, role)
            for name in sorted(cls.env.registry)
            for role, user in cls.roles.items()
            if name.startswith("gov.")
            and not cls.env[name]._abstract
            and not name.startswith("gov.import.")
            and any(
                cls.env[name].with_user(user).has_access(right)
                for right in ("create", "write")
            )
        ]

    def test_every_model_that_people_write_is_attacked(self):
        self.assertGreater(len({name for name, _role in self.targets}), 80)

    @classmethod
    def summarise(cls):
        _logger.info("fuzz: calls of forms and scripts: %s", dict(cls.answers))

    def value(self, field):
        """What a form can send for a field."""
        kind = field.type
        if kind in ("char", "text", "html"):
            return TEXTS | st.just(False)
        if kind == "integer":
            return st.integers(-(2**31), 2**31 - 1)
        if kind in ("float", "monetary"):
            return st.floats(-1e15, 1e15) | st.sampled_from((0, -0.005, 1e15))
        if kind == "boolean":
            return st.booleans()
        if kind == "date":
            return st.dates().map(str) | st.sampled_from(ODD_DAYS)
        if kind == "datetime":
            return st.datetimes().map(lambda d: str(d)[:19]) | st.just(False)
        if kind == "selection":
            return st.sampled_from([*field.get_values(self.env), False])
        if kind == "binary":
            return st.sampled_from(("JVBERi0xLjQ=", "PHN2Zy8+", "TVo=", False))
        if field.relational:
            return self.relation(field)
        return st.just(False)

    def relation(self, field):
        known = self.env[field.comodel_name].sudo().search([], limit=3).ids
        ids = st.sampled_from([*known, STALE])
        if field.type == "many2one":
            return ids | st.just(False)
        command = ids.map(Command.link) | ids.map(Command.unlink)
        command |= ids.map(lambda i: Command.set([i]))
        if field.comodel_name.startswith("gov."):  # a new line of a list
            command |= st.just(Command.create({}))
        return st.lists(command, max_size=2)

    @staticmethod
    def is_sent(field):
        is_kept = field.store or field.inverse
        return bool(is_kept and field.name not in MAGIC_COLUMNS) and field.type not in (
            "properties",
            "properties_definition",
        )

    def attack_call(self, target, operation, data, values):
        model = self.env[target[0]].with_user(self.roles[target[1]])
        names = [n for n, f in model._fields.items() if self.is_sent(f)]
        if values == self.value:  # the chatter is no field of a form
            names = [name for name in names if not name.startswith(CHATTER)]
        chosen = data.draw(st.lists(st.sampled_from(names), max_size=8, unique=True))
        required = [n for n in names if model._fields[n].required]
        sent = chosen if operation == "write" else {*chosen, *required}
        vals = {name: data.draw(values(model._fields[name])) for name in sorted(sent)}
        calls = {
            "create": lambda: model.create(vals),
            "write": lambda: model.search([], limit=2).write(vals),
            "onchange": lambda: model.onchange(vals, chosen, {n: {} for n in vals}),
        }
        return calls[operation], (target, operation, vals)

    def answer(self, call, case, is_forged):
        begun = time.monotonic()
        with self.env.cr.savepoint() as savepoint, mute_logger("odoo.sql_db"):
            try:
                call()
                self.env.flush_all()
                kind = "taken"
            except ANSWERS as error:
                self.assertNotIn("Traceback", str(error))
                kind = "refused"
            except PROTOCOL as error:
                if not is_forged:
                    raise AssertionError(f"{type(error)} {error} by {case}") from error
                kind = "protocol"
            savepoint.rollback()
            self.env.invalidate_all(flush=False)
        self.answers[kind] += 1
        seconds = time.monotonic() - begun
        self.answers["slowest"] = max(self.answers["slowest"], seconds)
        self.assertLess(seconds, 30, case)

    def attack_models(self, values, share, is_forged):
        strategy = st.tuples(
            st.sampled_from(self.targets), st.sampled_from(OPERATIONS), st.data()
        )

        def attack(case):
            call, told = self.attack_call(*case, values)
            self.answer(call, told, is_forged)

        self.examples(strategy, attack, int(CASES * share))

    def test_whatever_a_form_sends_is_done_or_refused_by_a_sentence(self):
        self.attack_models(self.value, 0.3, is_forged=False)

    def test_forged_calls_change_nothing(self):
        def values(field):
            return FORGED | self.value(field)

        self.attack_models(values, 0.2, is_forged=True)
