"""Last step of the base template, run inside Odoo.

Attachments live in the database, so that copying the database copies them too and no
filestore folder has to follow it.
"""

env = globals()["env"]
env["ir.config_parameter"].set_param("ir_attachment.location", "db")
env["ir.attachment"].force_storage()
