"""机构建设标准: the shipped documents, the one of a county, what a line takes."""

import psycopg2

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked
from .common import MODULE, WindowStaffCommon
from .common_org import OrganisationMixin


@tagged("post_install", "-at_install")
class TestShippedStandards(WindowStaffCommon):
    def lines(self, key):
        version = self.env.ref(f"{MODULE}.site_standard_{key}_v1")
        return {line.level: line for line in version.line_ids}

    def test_streets_have_3_to_5_and_communities_1_to_2_comprehensive_windows(self):
        for key in ("wuhua", "general"):
            lines = self.lines(key)
            with self.subTest(document=key):
                street, community = lines["town"], lines["village"]
                self.assertEqual((street.windows_min, street.windows_max), (3, 5))
                self.assertEqual((community.windows_min, community.windows_max), (1, 2))
                self.assertFalse(lines["county"].windows_min)

    def test_lianshui_names_no_number_of_windows_but_a_dedicated_person(self):
        lines = self.lines("lianshui")

        self.assertFalse(any(line.windows_max for line in lines.values()))
        dedicated = [level for level, line in lines.items() if line.needs_dedicated]
        self.assertEqual(dedicated, ["village"])

    def test_each_document_is_in_force_and_names_its_articles(self):
        for key in ("lianshui", "wuhua", "general"):
            version = self.env.ref(f"{MODULE}.site_standard_{key}_v1")
            with self.subTest(document=key):
                self.assertEqual(version.state, "in_force")
                self.assertTrue(version.reference)
                self.assertTrue(all(version.line_ids.mapped("article")))


@tagged("post_install", "-at_install")
class TestStandardOfCounty(OrganisationMixin, WindowStaffCommon):
    def test_county_without_a_choice_follows_the_general_document(self):
        general = self.env.ref(f"{MODULE}.site_standard_general")

        found = self.env["gov.site.standard"]._for_counties(self.county)

        self.assertEqual(found[self.county], general)

    def test_county_follows_the_document_it_has_chosen(self):
        version = self.choose({"level": "town", "needs_head": True})

        self.assertEqual(
            self.env["gov.site.standard"]._for_counties(self.county)[self.county],
            version.standard_id,
        )
        self.assertEqual(self.codes(self.town), {"no_head"})

    def test_archived_document_is_not_followed(self):
        version = self.choose({"level": "town", "needs_head": True})

        version.standard_id.active = False

        self.assertEqual(self.codes(self.town), {"few_windows", "no_head"})

    def test_version_that_begins_tomorrow_does_not_count_yet(self):
        self.choose({"level": "town", "needs_head": True}, date_from="2999-01-01")

        self.assertEqual(self.town.gov_check_state, "none")

    def test_newer_version_replaces_the_older_one(self):
        version = self.choose({"level": "town", "needs_head": True})
        newer = version.copy({"date_from": "2021-01-01"})
        newer.line_ids.needs_head = False
        newer.action_put_in_force()

        self.assertEqual(self.codes(self.town), set())

    def test_document_of_a_county_is_not_deleted(self):
        version = self.choose({"level": "town"}, in_force=False)
        standard = version.standard_id
        version.unlink()

        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            standard.unlink()

    @mute_logger("odoo.sql_db")
    def test_only_one_document_is_for_all_other_counties(self):
        version = self.new_standard(lines=[{"level": "town"}])

        with self.assertRaises(psycopg2.IntegrityError):
            version.standard_id.is_default = True


@tagged("post_install", "-at_install")
class TestStandardLines(OrganisationMixin, WindowStaffCommon):
    def test_lines_in_force_are_closed(self):
        version = self.new_standard(lines=[{"level": "town", "windows_min": 3}])

        with self.assertRaises(DocumentLocked):
            version.line_ids.windows_min = 1

    def test_version_without_levels_is_not_put_in_force(self):
        version = self.new_standard(in_force=False)

        with self.assertRaises(UserError):
            version.action_put_in_force()

    def test_signboard_without_the_name_of_the_site_is_refused(self):
        for pattern in ("{county}便民服务中心", "{name}{村}", "{name}{"):
            with self.subTest(pattern=pattern), self.assertRaises(ValidationError):
                self.new_standard(
                    in_force=False, lines=[{"level": "town", "signboard": pattern}]
                )

    @mute_logger("odoo.sql_db")
    def test_most_windows_are_not_fewer_than_the_fewest(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.new_standard(
                lines=[{"level": "town", "windows_min": 3, "windows_max": 2}]
            )

    @mute_logger("odoo.sql_db")
    def test_level_stands_once(self):
        with self.assertRaises(psycopg2.IntegrityError):
            self.new_standard(lines=[{"level": "town"}, {"level": "town"}])
