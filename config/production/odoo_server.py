"""Odoo's command as a file, which ``python -m odoo`` is not.

With workers the master starts its websocket process by the path of its own script, and
odoo/__main__.py cannot be called by its path.
"""

import odoo.cli

if __name__ == "__main__":
    odoo.cli.main()
