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
WRITTEN = "Written by make production / 由 make production 生成，请勿手改"
NO_SECRETS = {"master_password_hash": "", "db_password": ""}
UNITS = "etc/systemd/system"

# path on the server -> template; odoo.conf is written for each node besides
FILES = {
    "etc/nginx/conf.d/govhr.conf": "nginx.conf.j2",
    f"{UNITS}/govhr-odoo.service": "govhr-odoo.service.j2",
    f"{UNITS}/govhr-backup.service": "govhr-backup.service.j2",
    f"{UNITS}/govhr-backup.timer": "govhr-backup.timer.j2",
    f"{UNITS}/govhr-metrics.service": "govhr-metrics.service.j2",
    f"{UNITS}/govhr-metrics.timer": "govhr-metrics.timer.j2",
    "etc/systemd/journald.conf.d/govhr.conf": "journald.conf.j2",
    "etc/sysusers.d/govhr.conf": "sysusers.conf.j2",
    "etc/tmpfiles.d/govhr.conf": "tmpfiles.conf.j2",
    "etc/logrotate.d/govhr": "logrotate.j2",
    "etc/govhr/secrets.env": "secrets.env.j2",
    "usr/local/sbin/govhr-odoo": "govhr-odoo.sh.j2",
    "postgresql/govhr.conf": "postgresql.conf.j2",
}
COMPOSE_FILES = {
    "compose/compose.yaml": "compose.yaml.j2",
    "compose/nginx.conf": "nginx.conf.j2",
    "compose/postgresql.conf": "postgresql.conf.j2",
    "compose/secrets.env": "compose-secrets.env.j2",
}
# who may read what is not for everybody
MODES = {
    "etc/govhr/secrets.env": 0o600,
    "compose/secrets.env": 0o600,
    "usr/local/sbin/govhr-odoo": 0o755,
}


def defaults():
    return tomllib.loads((FOLDER / "settings.toml").read_text(encoding="utf-8"))


def load(path):
    """The settings of a file; a mistake in it is named, with its place."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise Stop(f"{path}: {reason} / 设置文件无法读取") from reason


def complete(settings):
    """The settings with defaults filled in; what is unknown or wrong is refused."""
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
    https, sizes = full["site"]["https_port"], sizing.figures(full)
    is_single = len(full["nodes"]) == 1
    return {
        **full,
        "written": WRITTEN,
        "sizes": sizes,
        "addons_path": f"{odoo}/odoo/addons,{checkout}/addons",
        "is_single": is_single,
        "is_local_database": full["postgres"]["host"].startswith("/"),
        "https_suffix": "" if https == 443 else f":{https}",
        # the rest is for the system's cache and, on one machine, for PostgreSQL
        "memory_max": f"{sizes['node_memory'] * 3 // 4}G",
        **_jobs_address(full, is_single),
    }


def _jobs_address(full, is_single):
    """Whom the job runner asks: its own node, or nginx, which asks all in turn."""
    node, jobs = full["nodes"][0], full["jobs"]
    if not is_single:
        return {
            "jobs_host": jobs["internal_address"],
            "jobs_port": jobs["internal_port"],
        }
    everywhere = node["address"] == "0.0.0.0"
    host = "127.0.0.1" if everywhere else node["address"]
    return {"jobs_host": host, "jobs_port": node["http_port"]}


def _template(name):
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER / "templates"),
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # configuration, no HTML
    )
    return environment.get_template(name)


def odoo_conf(settings, node=0, secrets=None):
    """The text of one node's odoo.conf: ``node`` counts the sections [[nodes]]."""
    values = context(settings)
    return _odoo_conf(values, values["nodes"][node], secrets)


def _odoo_conf(values, node, secrets):
    secrets = {**NO_SECRETS, **(secrets or {})}
    return _template("odoo.conf.j2").render(values, node=node, secrets=secrets)


def odoo_conf_path(settings, node=0):
    """Where ``render`` puts a node's odoo.conf: several nodes have a folder each."""
    nodes = complete(settings)["nodes"]
    name = "etc/govhr/odoo.conf"
    return name if len(nodes) == 1 else f"nodes/{nodes[node]['name']}/{name}"


def render(settings, secrets=None):
    """All files of production as {relative path: text}."""
    values = context(settings)
    secrets = {**NO_SECRETS, **(secrets or {})}
    files = {
        path: _template(name).render(values, secrets=secrets)
        for path, name in FILES.items()
    }
    for number in range(len(values["nodes"])):
        path = odoo_conf_path(settings, number)
        files[path] = odoo_conf(settings, number, secrets)
    return {**files, **_compose(values, secrets)}


def _compose(values, secrets):
    """The same system in containers: one node, its paths are those of the images."""
    inside = {
        "data": "/var/lib/odoo",
        "log": "/var/log/govhr",
        "nginx_log": "/var/log/govhr",
        "nginx_cache": "/var/cache/nginx/govhr",
    }
    node = {"name": "odoo", "address": "odoo", "http_port": 8069, "gevent_port": 8072}
    tls = {"certificate": "/etc/govhr/tls/fullchain.pem"}
    tls["key"] = "/etc/govhr/tls/privkey.pem"
    values = {
        **values,
        "paths": {**values["paths"], **inside},
        "postgres": {**values["postgres"], "host": "db", "port": 5432},
        "nodes": [node],
        "is_single": True,
        "jobs_host": "127.0.0.1",
        "jobs_port": 8069,
        "addons_path": "/usr/lib/python3/dist-packages/odoo/addons,/mnt/extra-addons",
        "host_tls": values["tls"],
        "host_site": values["site"],
        "tls": {**values["tls"], **tls},
        "site": {**values["site"], "http_port": 80, "https_port": 443},
    }
    files = {
        path: _template(name).render(values, secrets=secrets)
        for path, name in COMPOSE_FILES.items()
    }
    everywhere = {**node, "address": "0.0.0.0"}
    # no master password at all: the container's user must be able to read the file
    files["compose/odoo.conf"] = _odoo_conf(values, everywhere, NO_SECRETS)
    return files


def mode(path):
    """The rights that a rendered file gets."""
    return MODES.get(path, 0o640 if path.endswith("etc/govhr/odoo.conf") else 0o644)
