"""What the web client asks for, derived from the views that the server sends.

A port of `getFieldsSpec` and of the search bar (web/static/src/model and /search), as
far as our views go. Nothing names a field: a new column of a list is measured with it.
"""

import ast

from lxml import etree

WIDGET_FIELDS = {  # what a widget reads of each record of a relation (relatedFields)
    "many2many_tags": ("display_name",),
    "many2many_tags_avatar": ("display_name",),
}
DEPENDENCIES = {  # what a widget reads besides its own field (fieldDependencies)
    "hr_presence_status": ("hr_presence_state", "leave_date_to", "current_leave_id"),
    "kanban_activity": (
        "activity_exception_decoration",
        "activity_exception_icon",
        "activity_state",
        "activity_summary",
        "activity_type_icon",
        "activity_type_id",
    ),
}
OF_FORM = ("display_name", "write_date")
MANY = ("one2many", "many2many")
ONE = ("many2one", "reference")
ALWAYS = ("True", "1")


class View:
    """One view of a model, as `get_views` describes it."""

    def __init__(self, views, kind):
        description = views["views"][kind]
        self.kind = kind
        self.arch = etree.fromstring(description["arch"])
        self.fields_of = {
            model: info["fields"] for model, info in views["models"].items()
        }

    def specification(self, model):
        """The `specification` of web_read and its relatives."""
        spec, known = self._specification(self.arch, model), self.fields_of[model]
        extra = {
            name
            for node in self.arch.iter("field")
            for name in DEPENDENCIES.get(node.get("widget"), ())
            if not _is_inside_relation(node, self.arch)
        }
        for name in [*extra, *(OF_FORM if self.kind == "form" else ())]:
            is_one = name in known and known[name]["type"] in ONE
            spec.setdefault(name, {"fields": {"display_name": {}}} if is_one else {})
        return spec

    def _specification(self, arch, model):
        spec, known = {}, self.fields_of[model]
        for node in arch.iter("field"):
            name = node.get("name")
            if name not in known or _is_inside_relation(node, arch):
                continue
            found = self._of_field(node, known[name])
            # a field that stands twice is read once, with what both want
            spec[name] = _merged(spec.get(name, {}), found)
        return spec

    def _of_field(self, node, field):
        is_hidden = node.get("invisible") in ALWAYS
        if field["type"] in ONE:
            fields = {} if is_hidden else {"display_name": {}}
            return {"fields": fields, **_context(node)}
        if field["type"] in MANY and not is_hidden:
            return self._of_relation(node, field)
        return {}

    def _of_relation(self, node, field):
        inner = next((child for child in node if child.tag in ("list", "kanban")), None)
        if inner is not None:
            fields = self._specification(inner, field["relation"])
            return {"fields": fields, "limit": int(inner.get("limit", 40))}
        fields = {name: {} for name in WIDGET_FIELDS.get(node.get("widget"), ())}
        options = ast.literal_eval(node.get("options") or "{}")
        if fields and options.get("color_field"):
            fields[options["color_field"]] = {}
        return {"fields": fields}

    def aggregates(self, model):
        """Measures and groupings of a pivot: (rows, columns, aggregates)."""
        rows, columns, measures = [], [], []
        for node in self.arch.iter("field"):
            name = node.get("name")
            if node.get("type") == "measure":
                default = self.fields_of[model][name].get("aggregator") or "sum"
                measures.append(f"{name}:{default}")
            elif node.get("type") == "col":
                columns.append(_grouping(node))
            elif node.get("type") == "row":
                rows.append(_grouping(node))
        return rows, columns, [*measures, "__count"]

    def filter_domain(self, name):
        """The domain of a ready-made filter of a search view."""
        return literal(self.arch.find(f".//filter[@name='{name}']").get("domain"))

    def search_domain(self, name, text):
        """The domain of a text typed into the search bar and taken for one field."""
        node = self.arch.find(f"./field[@name='{name}']")
        if node.get("filter_domain"):
            return literal(node.get("filter_domain"), text)
        return [(name, node.get("operator", "ilike"), text)]


def literal(expression, text=None):
    """A domain or context of a view: literals, and `self` for the typed text.

    >>> literal("[('number', '=like', '%' + self)]", "123")
    [('number', '=like', '%123')]
    """
    tree = ast.parse(str(expression or "[]").strip(), mode="eval")
    return ast.literal_eval(_Typed(text).visit(tree).body)


class _Typed(ast.NodeTransformer):
    """Puts the typed text in the place of `self`, and joins texts."""

    def __init__(self, text):
        self.text = text

    def visit_Name(self, node):
        return ast.Constant(self.text) if node.id == "self" else node

    def visit_BinOp(self, node):
        left, right = self.visit(node.left), self.visit(node.right)
        return ast.Constant(ast.literal_eval(left) + ast.literal_eval(right))


def _is_inside_relation(node, arch):
    """Whether a field belongs to the lines of another field of the view."""
    parents = node.iterancestors("field")
    return next(
        (parent for parent in parents if _contains(arch, parent)), None
    ) is not (None)


def _contains(arch, node):
    return node is not arch and any(parent is arch for parent in node.iterancestors())


def _context(node):
    context = node.get("context")
    try:
        return {"context": literal(context)} if context else {}
    except ValueError:  # names fields of the record: as good as none for a measurement
        return {}


def _grouping(node):
    interval = node.get("interval")
    return f"{node.get('name')}:{interval}" if interval else node.get("name")


def _merged(one, other):
    fields = {**one.get("fields", {}), **other.get("fields", {})}
    both = {**one, **other}
    return {**both, "fields": fields} if "fields" in both else both
