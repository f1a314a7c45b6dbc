"""What migrations of the addons share.

Shipped documents are noupdate, so that an upgrade keeps what an office changed. It also
leaves out what an installation does once: new documents stay drafts, and fields that
are new on shipped records stay empty. Migrations make up for both.
"""

from odoo import SUPERUSER_ID
from odoo.tools import SQL
from odoo.tools.sql import column_exists, create_column


def put_in_force(env, *xmlids):
    """Shipped versions bind, as after an installation, where nobody decided otherwise.

    A version stays a draft when a person has touched it or its lines, or when the
    office has put a version of its own in force for the same document and places.
    """
    for xmlid in xmlids:
        version = env.ref(xmlid, raise_if_not_found=False)
        if not version or version.state != "draft":
            continue
        if _is_untouched(version) and not _own_in_force(version):
            version.action_put_in_force()


def _is_untouched(version):
    """Whether the system alone wrote the version and its lines."""
    touched_by = version.write_uid
    for field in version._fields.values():
        if field.type != "one2many":
            continue
        lines = version.env[field.comodel_name]
        # messages and activities point back by a number; a view has no writer
        is_row = lines._fields[field.inverse_name].type == "many2one"
        if is_row and lines._log_access:
            touched_by |= version[field.name].write_uid
    return touched_by.ids == [SUPERUSER_ID]


def _own_in_force(version):
    """Versions in force that the office wrote for the same document or places."""
    policy = version._policy_field
    others = version.search([("state", "=", "in_force"), ("id", "!=", version.id)])
    names = others._get_external_ids()
    # an export gives names to an office's own records
    own = others.filtered(
        lambda other: all(name.startswith("__export__") for name in names[other.id])
    )
    if "department_id" not in version[policy]:
        return own.filtered(lambda other: other[policy] == version[policy])
    county = version[policy].department_id
    return own.filtered(lambda other: other[policy].department_id == county)


def fill_new_column(cr, table, column, kind, value):
    """Give a column that the database does not know yet its first values.

    For pre-migrations: no office can have decided on a field that did not exist, so
    nothing of its own is overwritten, and a second run changes nothing.

    :param kind: type of the column in PostgreSQL
    :param value: SQL of the value, which may name the table's other columns
    """
    if not column_exists(cr, table, column):
        create_column(cr, table, column, kind)
        names = (SQL.identifier(table), SQL.identifier(column))
        cr.execute(SQL("UPDATE %s SET %s = %s", *names, value))
