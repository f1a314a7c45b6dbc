"""Whatever people upload is judged by content, size and name, on every way in.

Every file of Odoo is an attachment in the end: those of the chatter, of documents and
of binary fields, from the web client, the portal, RPC or JSON-2. What programs make
(assets, data of modules, jobs of the system) is written by the superuser.
"""

import base64
import binascii

from odoo import SUPERUSER_ID, api, fields, models

from ...exceptions import UploadRefused
from ...rules import upload_names
from ...tools import upload_content
from ...tools.upload_content import UploadProblem

CONTENT = ("raw", "datas")
FORGED = frozenset(f"default_{name}" for name in (*CONTENT, "db_datas", "mimetype"))


class IrAttachment(models.Model):
    """Attachment that may come from a person."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.uid == SUPERUSER_ID:
            return super().create(vals_list)
        # a content by default_... would be stored without being looked at
        context = {k: v for k, v in self.env.context.items() if k not in FORGED}
        clean = self.with_context(context)  # pylint: disable=context-overridden
        vals_list = [self._gov_checked(vals, self.browse()) for vals in vals_list]
        return super(IrAttachment, clean).create(vals_list).with_env(self.env)

    def write(self, vals):
        if self.env.uid != SUPERUSER_ID and {"name", "mimetype", "db_datas"}.union(
            CONTENT
        ) & set(vals):
            for attachment in self:
                checked = self._gov_checked(vals, attachment)
            vals = checked if self else vals
        return super().write(vals)

    def _gov_checked(self, vals, attachment):
        """The values to store, with the content type that was found."""
        vals = {k: v for k, v in vals.items() if k != "db_datas"}
        if self._gov_is_kept_back(vals, attachment):
            return vals
        if not any(key in vals for key in CONTENT):
            vals.pop("mimetype", None)
            if vals.get("name") and attachment.raw:
                # renamed: the content stays, its ending has to go on telling it
                name = str(vals["name"])
                vals["name"], _kind = self._gov_judge(name, attachment.raw)
            return vals
        field = self._gov_file_field(vals, attachment)
        content = self._gov_content(vals)
        if field is not None:
            self._gov_judge_field(field, content)
        elif content or not vals.get("url"):
            name = str(vals.get("name") or attachment.name or "")
            name, vals["mimetype"] = self._gov_judge(name, content)
            if not attachment or "name" in vals:
                vals["name"] = name
        for key in CONTENT:
            vals.pop(key, None)
        return vals | {"raw": content}

    def _gov_file_field(self, vals, attachment):
        """The binary field that the file belongs to; None for a file of its own."""
        name = str(vals.get("res_field") or attachment.res_field or "")
        model = self.env.get(str(vals.get("res_model") or attachment.res_model))
        return model._fields.get(name) if name and model is not None else None

    def _gov_is_kept_back(self, vals, attachment):
        """A field that only programs write, such as the files of a finance pack."""
        field = self._gov_file_field(vals, attachment)
        return field is not None and field.groups == fields.NO_ACCESS and self.env.su

    def _gov_content(self, vals):
        raw = vals.get("raw")
        if raw and isinstance(raw, bytes | str):
            return raw.encode(errors="replace") if isinstance(raw, str) else raw
        try:
            return base64.b64decode(raw or vals.get("datas") or b"")
        except (binascii.Error, TypeError, ValueError) as error:
            raise self._gov_refused(vals.get("name") or "", "broken") from error

    def _gov_judge_field(self, field, content):
        """A file of a field has no name of its own; Odoo's drawn initials are taken."""
        if not content:
            return  # the field is emptied
        drawn = field.type == "binary" and hasattr(field, "max_width")
        if drawn and upload_content.is_harmless_svg(content):
            return
        self._gov_judge(field._description_string(self.env), content, is_named=False)

    @api.model
    def _gov_judge(self, name, content, is_named=True):
        """(clean name, content type) of a file that is taken.

        :raises UploadRefused: one sentence with the file, what it is and what is taken
        """
        clean = upload_names.cleaned(name) if is_named else name
        if clean is None:
            shown = "".join(letter for letter in name if letter.isprintable())[:60]
            raise self._gov_refused(shown, "name")
        allowed = self.env["gov.upload.type"]._allowed()
        largest = max((limit for _ends, _kinds, limit in allowed), default=0)
        if len(content) > largest:
            raise self._gov_refused(clean, "size", limit=largest, size=len(content))
        try:
            found = upload_content.found_type(content)
        except UploadProblem as problem:
            raise self._gov_refused(clean, problem.code) from problem
        ending = upload_names.extension(clean) if is_named else ""
        kinds = [row for row in allowed if found in row[1]]
        fitting = [row for row in kinds if not ending or ending in row[0]]
        if not fitting:
            code = "ending" if kinds else "kind"
            raise self._gov_refused(clean, code, found=found, ending=ending)
        _ends, types, limit = fitting[0]
        if len(content) > limit:
            raise self._gov_refused(clean, "size", limit=limit, size=len(content))
        # a table or a calendar is found to be text
        return clean, types[0] if found == "text/plain" else found

    def _gov_refused(self, name, code, **values):
        kinds = self.env["gov.upload.type"]._allowed()
        return UploadRefused(
            self.env._(
                "The file “%(name)s” was not taken, nothing of it is kept: "
                "%(reason)s. Files that may be uploaded: %(allowed)s.",
                name=name,
                reason=self._gov_reason(code, **values),
                allowed=" ".join(end for ends, _types, _limit in kinds for end in ends),
            )
        )

    def _gov_reason(self, code, found="", ending="", limit=0, size=0):
        return {
            "empty": self.env._("it is empty"),
            "name": self.env._(
                "its name is too long or has hidden characters; rename it"
            ),
            "size": self.env._(
                "it has %(size)s MB, at most %(limit)s MB are taken",
                size=f"{size / 2**20:.1f}",
                limit=limit // 2**20,
            ),
            "kind": self.env._(
                "its content is %(found)s, which is not taken", found=found
            ),
            "ending": self.env._(
                "its name ends in “%(ending)s”, but its content is %(found)s",
                ending=ending,
                found=found,
            ),
            "macros": self.env._(
                "it holds macros or other commands; save it without them"
            ),
            "locked": self.env._("it is locked with a password; save it without one"),
            "bomb": self.env._("it unpacks to far more than its size"),
            "broken": self.env._("it is damaged and cannot be opened; save it anew"),
            "pixels": self.env._(
                "the picture has more than %s million pixels; make it smaller",
                upload_content.MAX_PIXELS // 10**6,
            ),
            "mixed": self.env._("it is two kinds of file at once, or holds a web page"),
        }[code]
