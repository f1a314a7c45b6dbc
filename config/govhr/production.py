"""``make production``: one settings file in, all configuration of production out.

``render(settings)`` is a pure function: a dict of settings in, {path: text} out. What a
dict leaves out comes from config/production/settings.toml, which explains each value.
The paths are those of the target machine, without the leading slash.
"""

import tomllib
from copy import deepcopy

import jinja2

from . import paths, sizing
from .errors import Stop

FOLDER = paths.CONFIG / "production"
NO_SECRETS = {"master_password_hash": "", "db_password": ""}

# path on the server -> template; odoo.conf is written for each node
FILES = {}


def defaults():
    return tomllib.loads((FOLDER / "settings.toml").read_text(encoding="utf-8"))


def load(path):
    """The settings of a file; a mistake in it is named, with its place."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise Stop(f"{path}: {reason} / 设置文件无法读取") from reason


def complete(settings):
    """The settings with defaults filled in; unknown names and wrong kinds are refused."""
    full = defaults()
    node = full["nodes"][0]
    for section, values in deepcopy(settings).items():
        if section not in full:
            raise Stop(f"settings: there is no section [{section}] / 没有这一段设置")
        if section == "nodes":
            full["nodes"] = [_fill(f"nodes.{n}", node, x) for n, x in enumerate(values)]
        else:
            full[section] = _fill(section, full[section], values)
    if not full["nodes"]:
        raise Stop("settings: [[nodes]] is empty, one is needed / 至少需要一个节点")
    return full


def _fill(section, known, values):
    for name, value in values.items():
        if name not in known:
            raise Stop(f"settings: [{section}] has no {name} / 没有这个设置项")
        if type(value) is not type(known[name]):
            kind = type(known[name]).__name__
            raise Stop(f"settings: [{section}] {name} must be {kind} / 设置值类型不对")
        _check_plain(section, name, value)
    return {**known, **values}


def _check_plain(section, name, value):
    """No value may end its line or its quotes in a configuration file."""
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str) and set(text) & set("\n\r\"'`;{}$\\ \t%"):
            raise Stop(
                f"settings: [{section}] {name} has a space, quote or other sign that "
                f"configuration files do not take: {text!r} / 含有不允许的字符"
            )


def context(settings):
    """What the templates see: the settings and the figures that follow from them."""
    full = complete(settings)
    runtime = full["paths"]["runtime"]
    full["paths"]["python"] = full["paths"]["python"] or f"{runtime}/venv/bin/python"
    full["paths"]["odoo"] = full["paths"]["odoo"] or f"{runtime}/odoo"
    odoo, checkout = full["paths"]["odoo"], full["paths"]["checkout"]
    node = full["nodes"][0]
    is_single = len(full["nodes"]) == 1
    jobs = full["jobs"]
    return {
        **full,
        "written": "Written by make production / 由 make production 生成，请勿手改",
        "sizes": sizing.figures(full),
        "addons_path": f"{odoo}/odoo/addons,{checkout}/addons",
        "is_single": is_single,
        # one node asks itself; several are asked in turn by nginx
        "jobs_host": node["address"] if is_single else jobs["internal_address"],
        "jobs_port": node["http_port"] if is_single else jobs["internal_port"],
    }


def _environment():
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER / "templates"),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  no HTML
    )


def odoo_conf(settings, node=0, secrets=None):
    """The text of one node's odoo.conf: ``node`` counts the sections [[nodes]]."""
    values = context(settings)
    template = _environment().get_template("odoo.conf.j2")
    secrets = {**NO_SECRETS, **(secrets or {})}
    return template.render(values, node=values["nodes"][node], secrets=secrets)


def odoo_conf_path(settings, node=0):
    """Where ``render`` puts a node's odoo.conf: several nodes have a folder each."""
    nodes = complete(settings)["nodes"]
    name = "etc/govhr/odoo.conf"
    return name if len(nodes) == 1 else f"nodes/{nodes[node]['name']}/{name}"


def render(settings, secrets=None):
    """All files of production as {relative path: text}."""
    values = context(settings)
    environment = _environment()
    secrets = {**NO_SECRETS, **(secrets or {})}
    files = {
        path: environment.get_template(name).render(values, secrets=secrets)
        for path, name in FILES.items()
    }
    for number in range(len(values["nodes"])):
        path = odoo_conf_path(settings, number)
        files[path] = odoo_conf(settings, number, secrets)
    return files
