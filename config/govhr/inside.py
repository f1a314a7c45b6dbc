"""Runs a Python file inside Odoo; ``odoo_cli.run_script`` states the contract.

``python -m govhr.inside FILE [ARGUMENT...] -- ODOO_OPTION...``
"""

import runpy
import sys


def main(arguments):
    split = arguments.index("--")
    (script, *argv), odoo_options = arguments[:split], arguments[split + 1 :]
    with environment(odoo_options) as env:
        runpy.run_path(script, {"env": env, "argv": argv}, run_name="__main__")


def environment(odoo_options):
    """Context manager: an Odoo environment, committed at a normal end."""
    import contextlib

    from odoo import SUPERUSER_ID, api
    from odoo.modules.registry import Registry
    from odoo.service.server import load_server_wide_modules
    from odoo.tools import config

    @contextlib.contextmanager
    def opened():
        with Registry(config["db_name"][0]).cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            yield env(context=env["res.users"].context_get())

    config.parse_config(odoo_options, setup_logging=True)
    load_server_wide_modules()
    return opened()


if __name__ == "__main__":
    main(sys.argv[1:])
