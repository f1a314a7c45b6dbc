"""Whatever is handed in, an import answers with a sentence and keeps all or nothing.

300 cases here; `make fuzz CASES=10000` runs the same tests with more.
"""

import logging
import os
import resource
import time
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.models.base import gov_protected_mixin
from odoo.addons.gov_window_staff.tests.common import identity_number

from . import common_fuzz as fuzz
from .common import PayrollCommon
from .common_fuzz_places import PlacesMixin

_logger = logging.getLogger(__name__)

CASES = int(os.environ.get("GOV_FUZZ_CASES", "300"))
SECONDS = 30
MEGABYTES = 1500  # that a run may add to what Odoo takes
NOISE = ("odoo.sql_db", "odoo.addons.base_import.models.base_import")
WRITTEN = """
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)
      FROM pg_stat_xact_user_tables
     WHERE (relname LIKE 'gov\\_%' OR relname LIKE 'hr\\_%'
            OR relname IN ('res_partner', 'resource_calendar_leaves'))
       AND relname <> 'gov_bank_return_import'
"""


class FuzzCommon(PlacesMixin, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # it writes rows as they are, which counts as touching them
        cls.classPatch(gov_protected_mixin, "mark_taken", lambda records: None)
        cls.env = cls.env(context={**cls.env.context, "lang": "zh_CN"})
        cls.staff = [
            cls.new_person(
                f"F{number}", identification_id=identity_number(900 + number)
            )
            for number in range(3)
        ]
        cls.env["gov.training.topic"].create({"name": "甲"})
        cls.importers = sorted(
            name
            for name in cls.env.registry
            if hasattr(cls.env[name], "import_workbook") and cls.env[name]._sheet
        )
        cls.receivers = sorted(
            name for name in cls.env.registry if hasattr(cls.env[name], "gov_receive")
        )
        cls.context = cls.places()
        cls.tax_officer = cls.new_user("fuzz tax", "gov_payroll.group_tax")
        cls.answers = Counter()
        cls.addClassCleanup(cls.summarise)
        cls.base_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    @classmethod
    def summarise(cls):
        """What `make fuzz` shows at the end."""
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - cls.base_memory
        _logger.info(
            "fuzz: %s cases over %s imports and %s receivers: %s taken, %s refused, "
            "slowest %.1f s, %s MB more memory",
            cls.answers["taken"] + cls.answers["refused"],
            len(cls.importers),
            len(cls.receivers),
            cls.answers["taken"],
            cls.answers["refused"],
            cls.answers["slowest"],
            used // 1024,
        )

    def written(self):
        """Rows of our tables that this transaction has touched so far."""
        self.env.flush_all()
        self.env.cr.execute(WRITTEN)
        return self.env.cr.fetchone()[0]

    def attack(self, call, is_refused=None):
        """Call it; refused or done, in time, and a refusal has written nothing.

        :param is_refused: tells a refusal from the answer, where none is raised
        """
        before, begun = self.written(), time.monotonic()
        with self.env.cr.savepoint() as savepoint, mute_logger(*NOISE):
            try:
                answer = call()
                refused = bool(is_refused and is_refused(answer))
                self.env.flush_all()
            except (UserError, AccessError) as error:
                refused = True
                self.assertTrue(str(error).strip())
                self.assertNotIn("Traceback", str(error))
                self.assertLess(len(str(error)), 20_000)
            if refused:
                self.assertEqual(self.written(), before, "a refusal has written")
            savepoint.rollback()
            self.env.invalidate_all(flush=False)
        seconds = time.monotonic() - begun
        self.answers["refused" if refused else "taken"] += 1
        self.answers["slowest"] = max(self.answers["slowest"], seconds)
        self.assertLess(seconds, SECONDS)

    def examples(self, strategy, attack, cases):
        """Attack with so many drawn cases; the smallest failing one is shown."""

        @settings(
            max_examples=max(cases, 1),
            database=None,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def run(case):
            attack(case)

        run()

    def assert_memory(self):
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - self.base_memory
        self.assertLess(used // 1024, MEGABYTES)


@tagged("post_install", "-at_install", "gov_fuzz")
class TestFuzzImports(FuzzCommon):
    def per_importer(self, share):
        return int(CASES * share) // len(self.importers)

    def test_every_import_is_attacked(self):
        self.assertGreaterEqual(len(self.importers), 16)
        self.assertGreaterEqual(len(self.receivers), 2)

    def test_damaged_cells_in_a_workbook(self):
        for name in self.importers:
            importer = self.importer(name)
            strategy = fuzz.tables(importer._sheet, self.staff)
            _logger.info("fuzz: %s %s", name, dict(self.answers))
            with self.subTest(importer=name):
                self.examples(
                    strategy,
                    lambda table, i=importer: self.attack(
                        lambda: i.import_workbook(fuzz.workbook(*table))
                    ),
                    self.per_importer(0.4),
                )
        self.assert_memory()

    def test_damaged_cells_of_a_call(self):
        for name in self.importers:
            importer = self.importer(name)
            sheet = importer._sheet
            names = [column.name for column in sheet.columns]
            with self.subTest(importer=name):
                self.examples(
                    fuzz.tables(sheet, self.staff, fuzz.CALL_CELLS),
                    lambda table, i=importer, f=names: self.attack(
                        lambda: i.load(f, table[1]),
                        lambda answer: answer["ids"] is False,
                    ),
                    self.per_importer(0.3),
                )

    def test_calls_that_are_no_table(self):
        cases = [(None, []), ([], None), (["a"], [[1, 2]]), ([[]], [[1]]), ("a", "b")]
        for name in self.importers:
            importer = self.importer(name)
            for names, data in cases:
                with self.subTest(importer=name, names=names, data=data):
                    self.attack(
                        lambda i=importer, f=names, d=data: i.load(f, d),
                        lambda answer: answer["ids"] is False,
                    )

    def test_damaged_rows_at_the_receivers(self):
        for name in self.receivers:
            receiver = self.env[name].with_user(self.officer)
            kind = "review" if "review" in name else "attendance.day"
            sheet = self.env[f"gov.import.{kind}"]._sheet
            names = [column.name for column in sheet.columns] + ["strange"]
            strategy = st.dictionaries(
                st.sampled_from(names), fuzz.CALL_CELLS, max_size=8
            ).map(lambda row, s=sheet: self.row(s) | row)
            with self.subTest(receiver=name):
                self.examples(
                    st.lists(strategy, max_size=3)
                    | st.sampled_from([None, 5, "x", {}, [1], [None]]),
                    lambda rows, r=receiver: self.attack(lambda: r.gov_receive(rows)),
                    int(CASES * 0.1) // len(self.receivers),
                )

    def row(self, sheet):
        return {c.name: str(fuzz.sample(c, 1, self.staff)) for c in sheet.columns}

    def test_damaged_files(self):
        importer = self.importer("gov.import.roster")
        good = fuzz.workbook([column.header for column in importer._sheet.columns], [])
        for name, damage in fuzz.DAMAGES.items():
            content = damage(good)
            with self.subTest(damage=name):
                self.attack(lambda c=content: importer.import_workbook(c))
            with self.subTest(damage=name, way="screen"):
                self.attack(lambda c=content: self.screen("gov.import.roster", c))
        self.assert_memory()

    def screen(self, model, content):
        screens = self.env["base_import.import"].with_user(self.officer)
        screen = screens.create(
            {"res_model": model, "file": content, "file_name": "导入.xlsx"}
        )
        preview = screen.parse_preview({"has_headers": True})
        if "error" not in preview:
            names = [c.name for c in self.env[model]._sheet.columns]
            names = names[: len(preview["headers"])]
            screen.execute_import(
                names, preview["headers"], {**preview["options"], "has_headers": True}
            )

    def test_bits_turned_in_files(self):
        for name in self.importers:
            importer = self.importer(name)
            headers = [column.header for column in importer._sheet.columns]
            row = [fuzz.sample(c, 1, self.staff) for c in importer._sheet.columns]
            good = fuzz.workbook(headers, [row])
            flips = st.lists(
                st.tuples(st.integers(0, len(good) - 1), st.integers(0, 255)),
                min_size=1,
                max_size=9,
            )
            with self.subTest(importer=name):
                self.examples(
                    flips,
                    lambda changes, i=importer, g=good: self.attack(
                        lambda: i.import_workbook(turned(g, changes))
                    ),
                    self.per_importer(0.2),
                )


def turned(content, changes):
    """The bytes with some of them replaced."""
    changed = bytearray(content)
    for place, byte in changes:
        changed[place] = byte
    return bytes(changed)
