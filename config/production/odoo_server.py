"""Odoo's command as a file. ``python -m odoo`` will not do with workers: the master starts
its websocket process by the path of its own script, and odoo/__main__.py is not one that
can be called by its path.
"""

import odoo.cli

if __name__ == "__main__":
    odoo.cli.main()
