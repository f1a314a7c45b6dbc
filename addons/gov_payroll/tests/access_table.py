"""The table of who may do what: each model of the addons and of all they build on.

`access_table.csv` has a row a model and a column a role. A cell has up to four letters,
`r` read, `w` write, `c` create, `d` delete: a CAPITAL letter is for every record of
the model, a small one for those that the record rules in the last column leave (rules
that only keep companies apart do not count), none is nothing at all.

`kind` says what a right to write is worth: records are written as they are, `system`
ones are changed by the buttons of the system only (gov.protected.mixin) and windows
are seen by who opened them only.

A model, right or rule that changes makes the test of the table fail. Read whether the
change is right; then write the table anew with an Odoo shell:

    from odoo.addons.gov_payroll.tests.access_table import rewrite
    rewrite(env)
"""

import csv
from pathlib import Path

from odoo.fields import Domain
from odoo.tools.safe_eval import safe_eval

PATH = Path(__file__).with_name("access_table.csv")
STAFF = "gov_window_staff.group_"
# role -> its group: the columns of the table
ROLES = {
    "officer": f"{STAFF}hr_officer",
    "site": f"{STAFF}site_officer",
    "leader": f"{STAFF}leader",
    "finance": "gov_payroll.group_finance",
    "liaison": f"{STAFF}liaison",
    "plain": "base.group_user",
    "portal": "base.group_portal",
    "public": "base.group_public",
}
COLUMNS = ("model", "kind", *ROLES, "limited by")
OPERATIONS = {"r": "read", "w": "write", "c": "create", "d": "unlink"}
COMPANY = ("company_id", "company_ids")


def build_users(env):
    """{role: a user with the group of the role and nothing else}.

    The site officer has a site and the liaison a unit, so that rules leave something.
    """
    users = {}
    for role, group in ROLES.items():
        vals = {"name": role, "login": f"access_{role}"}
        vals["group_ids"] = [(6, 0, env.ref(group).ids)]
        logins = env["res.users"].with_context(no_reset_password=True)
        users[role] = logins.create(vals)
    site = env["hr.department"].create({"name": "x", "gov_level": "town"})
    unit = env["res.partner"].create({"name": "x", "is_company": True})
    unit.is_gov_unit = True
    users["site"].gov_department_ids = site
    users["liaison"].gov_unit_ids = unit
    return users


def covered_models(env):
    """Names of the models of gov_payroll and of all that it depends on, in order."""
    module = env["ir.module.module"].search([("name", "=", "gov_payroll")])
    below = module.upstream_dependencies(exclude_states=("uninstallable",))
    modules = {"base", "gov_payroll", *below.mapped("name")}
    return sorted(
        name
        for name, model in env.registry.items()
        if not model._abstract and model._original_module in modules
    )


def actual_rows(env, users):
    """The table as it is now: {model: row}, a row is {column: text}."""
    rows = {}
    for name in covered_models(env):
        limits = {}
        row = {"model": name, "kind": _kind(env[name])}
        for role, user in users.items():
            row[role] = _cell(env[name].with_user(user), limits)
        row["limited by"] = "; ".join(sorted(limits))
        rows[name] = row
    return rows


def expected_rows():
    """The table as the file has it: {model: row}."""
    with PATH.open(encoding="utf-8", newline="") as file:
        return {row["model"]: row for row in csv.DictReader(file)}


def as_line(row):
    """A row as it stands in the file."""
    return ",".join(row[column] for column in COLUMNS)


def rewrite(env):
    """Write the file anew from the database of an Odoo shell; nothing is committed."""
    rows = actual_rows(env, build_users(env))
    env.cr.rollback()
    with PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows.values())


def _kind(model):
    if model._transient:
        return "window"
    protected = "gov.protected.mixin" in {
        parent for base in type(model).__mro__ for parent in _parents(base)
    }
    return "system" if protected else "record"


def _parents(base):
    inherit = getattr(base, "_inherit", None) or ()
    return (inherit,) if isinstance(inherit, str) else tuple(inherit)


def _cell(model, limits):
    letters = ""
    for letter, operation in OPERATIONS.items():
        if model.has_access(operation):
            letters += _letter(model, letter, operation, limits)
    return letters


def _letter(model, letter, operation, limits):
    """The letter as the rules leave it: capital, small or none."""
    names, domain = _limit(model, operation)
    if domain.is_false():
        return ""
    if model._transient:
        return letter
    if domain.is_true():
        return letter.upper()
    limits.update(dict.fromkeys(names))
    return letter


def _limit(model, operation):
    """Names of the rules that narrow an operation, and what they leave together."""
    rules = model.env["ir.rule"]._get_rules(model._name, operation).sudo()
    everywhere, by_group = _evaluated(model, rules)
    union = Domain.OR(by_group.values()) if by_group else Domain.TRUE
    union = union.optimize(model)
    names = [name for name, domain in everywhere.items() if not domain.is_true()]
    if not union.is_true():
        names += [name for name, domain in by_group.items() if not domain.is_false()]
    return names, Domain.AND([*everywhere.values(), union]).optimize(model)


def _evaluated(model, rules):
    """Rules for everybody and rules of groups: {name: what a rule leaves}."""
    context = model.env["ir.rule"]._eval_context()
    everywhere, by_group = {}, {}
    for rule in rules:
        domain = Domain(safe_eval(rule.domain_force or "[]", context))
        about_companies = _is_about_companies(domain)
        domain = domain.optimize(model)
        name = (rule.name or f"Rule of {rule.model_id.model}").replace(",", "")
        if rule.groups:
            by_group[name] = domain
        elif not about_companies:
            everywhere[name] = domain
    return everywhere, by_group


def _is_about_companies(domain):
    """Whether a rule only keeps the records of several companies apart."""
    return all(
        condition.field_expr.split(".")[-1] in COMPANY
        for condition in domain.iter_conditions()
    )
