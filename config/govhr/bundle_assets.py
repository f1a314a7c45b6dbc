"""Run inside Odoo on the full template: bundles scripts and styles once.

That takes half a minute, and each browser test run would do it anew in its own copy.
"""

globals()["env"]["ir.qweb"]._pregenerate_assets_bundles()
