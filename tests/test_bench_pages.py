"""What the bench asks for is what the web client asks for; speed is never a test."""

import doctest

from tests.bench import web_views
from tests.bench.web_views import View

FIELDS = {
    "name": {"type": "char"},
    "site_id": {"type": "many2one", "relation": "site"},
    "tag_ids": {"type": "many2many", "relation": "tag"},
    "line_ids": {"type": "one2many", "relation": "line"},
    "points": {"type": "float", "aggregator": "avg"},
}
MODELS = {
    "person": {"fields": FIELDS},
    "line": {"fields": {"day": {"type": "date"}, "name": {"type": "char"}}},
}
FORM = """
<form>
    <field name="name" /><field name="site_id" invisible="1" />
    <field name="tag_ids" widget="many2many_tags" options="{'color_field': 'color'}" />
    <field name="line_ids"><list limit="9"><field name="day" /></list></field>
</form>"""
LIST = """
<list><field name="name" optional="hide" />
    <field name="site_id" context="{'short': True}" /></list>"""
SEARCH = """
<search><field name="name" filter_domain="[('name', '=like', '%' + self)]" />
    <field name="site_id" operator="child_of" />
    <filter name="open" domain="[('points', '>', 0)]" /></search>"""
PIVOT = """
<pivot><field name="site_id" type="row" /><field name="points" type="measure" /></pivot>
"""


def _view(kind, arch):
    return View({"views": {kind: {"arch": arch}}, "models": MODELS}, kind)


def test_doctests_hold():
    assert doctest.testmod(web_views).failed == 0


def test_a_list_reads_hidden_columns_and_names_of_relations():
    assert _view("list", LIST).specification("person") == {
        "name": {},
        "site_id": {"fields": {"display_name": {}}, "context": {"short": True}},
    }


def test_a_form_reads_the_lines_that_it_shows():
    spec = _view("form", FORM).specification("person")

    assert spec["site_id"] == {"fields": {}}
    assert spec["tag_ids"] == {"fields": {"display_name": {}, "color": {}}}
    assert spec["line_ids"] == {"fields": {"day": {}}, "limit": 9}
    assert "day" not in spec and "write_date" in spec


def test_typed_text_becomes_the_domain_of_the_search_view():
    search = _view("search", SEARCH)

    assert search.search_domain("name", "12") == [("name", "=like", "%12")]
    assert search.search_domain("site_id", 7) == [("site_id", "child_of", 7)]
    assert search.filter_domain("open") == [("points", ">", 0)]


def test_a_pivot_asks_for_its_measures_and_the_count():
    rows, columns, aggregates = _view("pivot", PIVOT).aggregates("person")

    assert (rows, columns) == (["site_id"], [])
    assert aggregates == ["points:avg", "__count"]
