"""Fields with raw personal data: read by a group only, each read on record.

Every way by which a client can get values ends in one of the methods below: `read`,
`search_read`, `web_read`, `web_search_read` in `_read_format`, exports in
`_export_rows`, forms in `onchange`; groups and copies of raw values are refused.
OCA's auditlog does not serve here: it logs `read` but not `search_read`, knows no
reason, and writes a line for each record with all its fields.
"""

from odoo import api, models
from odoo.exceptions import AccessError


class GovSensitiveMixin(models.AbstractModel):
    """Model with raw personal data; set `_gov_sensitive`, write `_gov_subjects`."""

    _name = "gov.sensitive.mixin"
    _description = "Raw Personal Data"

    _gov_sensitive = {}  # {field: key of gov.disclosure KINDS}

    def _gov_subjects(self):
        """hr.employee records that the values of these records belong to."""
        raise NotImplementedError

    # -- what is shown is noted -----------------------------------------------

    def _read_format(self, fnames, load="_classic_read"):
        result = super()._read_format(fnames, load)
        self._gov_note(fnames, "rpc")
        return result

    def _export_rows(self, fields, *, _is_toplevel_call=True):
        rows = super()._export_rows(fields, _is_toplevel_call=_is_toplevel_call)
        self._gov_note({path[0] for path in fields if path}, "export")
        return rows

    def onchange(self, values, field_names, fields_spec):
        result = super().onchange(values, field_names, fields_spec)
        self._gov_note(fields_spec, "rpc")
        return result

    def _gov_note(self, names, way):
        shown = [name for name in names if name in self._gov_sensitive]
        # su: the system's own reading, no user sees it
        if not shown or self.env.su:
            return
        for name in shown:
            # sudo: finds out whose record has a value, for the log; nothing is shown
            holders = self._origin.sudo().filtered(name)
            people = holders._gov_subjects()
            kind = self._gov_sensitive[name]
            self.env["gov.disclosure"]._note(people, [kind], way)

    # -- what would show it unseen is refused ----------------------------------

    def copy_data(self, default=None):
        vals_list = super().copy_data(default)
        if not self.env.su:
            for vals in vals_list:
                for name in self._gov_sensitive:
                    vals.pop(name, None)
        return vals_list

    def _read_group_groupby(self, alias, groupby_spec, query):
        self._gov_refuse_groups(groupby_spec)
        return super()._read_group_groupby(alias, groupby_spec, query)

    def _read_group_select(self, aggregate_spec, query):
        self._gov_refuse_groups(aggregate_spec)
        return super()._read_group_select(aggregate_spec, query)

    def _gov_refuse_groups(self, spec):
        if not self.env.su and spec.partition(":")[0] in self._gov_sensitive:
            raise AccessError(
                self.env._("Personal numbers can be neither grouped nor counted.")
            )

    # -- the log is written, so these are no read-only calls --------------------

    def read(self, fields=None, load="_classic_read"):
        return super().read(fields, load)

    @api.model
    def search_read(
        self, domain=None, fields=None, offset=0, limit=None, order=None, **read_kwargs
    ):
        return super().search_read(domain, fields, offset, limit, order, **read_kwargs)

    def web_read(self, specification):
        return super().web_read(specification)

    @api.model
    def web_search_read(
        self,
        domain,
        specification,
        offset=0,
        limit=None,
        order=None,
        count_limit=None,
    ):
        return super().web_search_read(
            domain, specification, offset, limit, order, count_limit
        )

    # Odoo looks for the first mark along the classes of the model
    read._readonly = False
    search_read._readonly = False
    web_read._readonly = False
    web_search_read._readonly = False
