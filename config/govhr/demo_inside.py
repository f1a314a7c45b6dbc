"""Run inside Odoo by ``demo_database``: loads the demo county, notes the accounts."""

import json
from pathlib import Path

from govhr import demo

env, argv = globals()["env"], globals()["argv"]
accounts = [demo.Account(*account)._asdict() for account in demo.load(env)]
Path(argv[0]).write_text(json.dumps(accounts, ensure_ascii=False), encoding="utf-8")
