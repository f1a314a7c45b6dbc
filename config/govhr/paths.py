"""Where things lie: the checkout, its ignored ``var/`` and the cache outside of it."""

import hashlib
import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CONFIG = CHECKOUT / "config"
ADDONS = CHECKOUT / "addons"
TESTS = CHECKOUT / "tests"
VAR = CHECKOUT / "var"
LOGS = VAR / "log"
DATA = VAR / "odoo"  # Odoo's data_dir: sessions, and files of other databases
SCREENSHOTS = VAR / "screenshots"


def cache():
    """The folder for what checkouts share; all of it can be made again."""
    if os.environ.get("GOV_CACHE"):
        return Path(os.environ["GOV_CACHE"]).resolve()
    if os.geteuid() == 0:
        return Path("/var/cache/gov-window-hr")
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "gov-window-hr"


def checkout_id():
    """Eight hex digits that tell this checkout from another one on the same machine."""
    return digest(str(CHECKOUT))[:8]


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def log_file(name):
    LOGS.mkdir(parents=True, exist_ok=True)
    return LOGS / f"{name}.log"


def versions():
    """The pins of ``config/versions.env`` as a dict."""
    pins = {}
    for line in (CONFIG / "versions.env").read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            name, value = line.split("=", 1)
            pins[name.strip()] = value.strip().strip('"')
    return pins
