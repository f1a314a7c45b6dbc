"""Rows of a county for every model that keeps people or documents of one.

Written by SQL with the least that the database asks for: what is tested is who sees
the rows, not how they come about. Links to people, sites and to other such models lead
into the county; a field with "county" in its name is the county itself.
"""

import re

from psycopg2.extras import Json

from odoo.tools import SQL

from .access_table import covered_models

PEOPLE = frozenset({"hr.employee", "hr.version", "hr.applicant", "resource.resource"})
SITES = frozenset({"hr.department"})
# of all that the product brings and builds on, where people and their papers are kept
PREFIXES = ("gov.", "hr.", "survey.", "resource.", "calendar.event")
PLAIN = {
    "integer": 1,
    "float": 1,
    "monetary": 1,
    "boolean": True,
    "date": "2026-10-01",
    "datetime": "2026-10-01",
}
NAMED = {
    "year": 2026,
    "months": 1,
    "hour_to": 2,
    "date_to": "2026-10-02",
    "date_end": "2026-10-02",
}
# what a constraint of the table asks for besides
GIVEN = {
    "survey.survey": {"survey_type": "gov_exam", "session_question_id": None},
    "survey.question.answer": {"value": Json({"en_US": "x"})},
}
# fields that other rules ask for before anybody sees the row
SEEN = {"survey.question": ["survey_id"], "survey.user_input.line": ["survey_id"]}
# rules of a county and its notices of posts: public, read by every county
POLICY = re.compile(
    r"gov\.(\w+\.policy|allowance|contribution\.(table|rate)|rubric|\w+\.duty"
    r"|bank\.template|pay\.(wage|channel|leave)|follow\.letter)(\.|$)"
    r"|hr\.(job|recruitment\.source)(\.|$)"
)


def linked_models(env):
    """{model: its links into a county}, parents before their children."""
    names = [
        name
        for name in covered_models(env)
        if name.startswith(PREFIXES)
        and env[name]._auto
        and not env[name]._transient
        and not POLICY.match(name)
    ]
    found = {}
    while True:
        known = PEOPLE | SITES | set(found)
        more = {
            name: links
            for name in names
            if name not in known and (links := _links(env[name], known))
        }
        if not more:
            return found
        found |= more


def _links(model, known):
    return [
        name
        for name, field in model._fields.items()
        if field.type == "many2one" and field.store and field.comodel_name in known
    ]


class CountyRows:
    """Builds one row a model for one county; asks for parents as they are needed."""

    def __init__(self, county, site, person, applicant, mate):
        """:param mate: somebody else of the site, for papers that name two people"""
        self.env = county.env
        self.county = county
        self.mate = mate
        self.ruled = {}
        self.linked = list(linked_models(self.env))
        self.ids = {
            "hr.department": site.id,
            "hr.employee": person.id,
            "hr.version": person.version_id.id,
            "hr.applicant": applicant.id,
            "resource.resource": person.resource_id.id,
        }

    def row(self, name):
        """The id of the county's row of a model."""
        if name not in self.ids:
            self.ids[name] = None  # for two models that lead to each other
            self.ids[name] = self._insert(self.env[name])
        return self.ids[name]

    def _insert(self, model):
        values = {"create_uid": 1, **GIVEN.get(model._name, {})}
        for name, field in model._fields.items():
            if field.store and field.column_type and name not in (*values, "id"):
                value = self._value(field)
                if value is not None:
                    values[name] = value
        query = SQL(
            "INSERT INTO %s (%s) VALUES %s RETURNING id",
            SQL.identifier(model._table),
            SQL(", ").join(map(SQL.identifier, values)),
            tuple(values.values()),
        )
        self.env.cr.execute(query)
        return self.env.cr.fetchone()[0]

    def _value(self, field):
        if field.type == "many2one":
            return self._link(field)
        if field.name == "active":
            return True
        if not field.required:
            return None
        if field.type == "selection":
            return field.get_values(self.env)[0]
        if field.type in ("char", "text", "html"):
            word = f"x{self.county.id}"
            return Json({"en_US": word}) if field.translate else word
        return NAMED.get(field.name, PLAIN.get(field.type))

    def _link(self, field):
        target = field.comodel_name
        if field.name == "mentor_id":
            return self.mate.id
        if target in SITES and "county" in field.name:
            return self.county.id
        if target in PEOPLE | SITES or self._is_parent(target, field):
            return self.row(target)
        if field.name == "company_id":
            return self.env.company.id
        if not field.required:
            return None
        found = self.env[target].with_context(active_test=False).search([], limit=1)
        return found.id or self.row(target)

    def _is_parent(self, target, field):
        if target not in self.linked:
            return False
        own = field.model_name
        if field.required or field.name in self._names_of_rules(own):
            return True
        order = self.linked.index
        return own in self.linked and order(target) < order(own)

    def _names_of_rules(self, name):
        """Fields that decide who sees a record of the model."""
        if name not in self.ruled:
            rules = self.env["ir.rule"].search(
                [("model_id.model", "=", name), ("domain_force", "like", "_county_ids")]
            )
            text = " ".join(rules.mapped("domain_force"))
            self.ruled[name] = {*re.findall(r"\('(\w+)", text), *SEEN.get(name, ())}
        return self.ruled[name]
