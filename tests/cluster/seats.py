"""A user's seat at one of the nodes: what is pressed there, and what is answered."""

import json
import re
import time
from dataclasses import dataclass

import requests
from govhr import office

from tests.cluster import SESSIONS

SECONDS = 120
TOKEN = re.compile(r'name="csrf_token"\s+value="([^"]+)"')
CHINESE = re.compile("[\u4e00-\u9fff]")
# what no user may read: words of the database and of the program
RAW = re.compile(r"serializ|duplicate key|Traceback|psycopg|concurrent update", re.I)
# Odoo's classes whose message the web client shows as it is
SHOWN = ("UserError", "ValidationError", "AccessError", "MissingError", "LockError")


@dataclass
class Answer:
    """What Odoo answered to a press: a value, or the error that the user reads."""

    seat: str
    value: object = None
    error: str = ""  # class
    message: str = ""
    status: int = 200

    @property
    def is_done(self):
        return not self.error

    @property
    def is_clear(self):
        """Whether the refusal is a sentence that the web client shows to a user."""
        return (
            self.status == 200
            and self.error.split(".")[-1] in SHOWN
            and bool(CHINESE.search(self.message))
            and not RAW.search(self.message)
        )


class Seat:
    """One user's session at one node, past nginx and its rate limits.

    :param node: the node whose port is asked
    :param session_id: of a session that `open_sessions` has opened
    """

    def __init__(self, cluster, node, login, session_id):
        self.name = f"{login}@{node.name}"
        self.address = f"http://127.0.0.1:{node.port}"
        self.http = requests.Session()
        self.http.trust_env = False  # no proxy
        self.http.cookies.set("session_id", session_id)

    def _ask(self, path, params):
        body = {"jsonrpc": "2.0", "method": "call", "params": params}
        answer = self.http.post(self.address + path, json=body, timeout=SECONDS)
        if answer.status_code != 200:
            return Answer(self.name, None, "HTTP", answer.text, answer.status_code)
        body = answer.json()
        if "error" not in body:
            return Answer(self.name, body.get("result"))
        data = body["error"]["data"]
        # an error of ours names the class whose dialog the web client opens for it
        shown = (data.get("context") or {}).get("exception_class") or data["name"]
        return Answer(self.name, None, shown, data["message"])

    def ask(self, model, method, *args, **kwargs):
        """A public method, as the web client calls it."""
        return self._ask(
            f"/web/dataset/call_kw/{model}/{method}",
            {
                "model": model,
                "method": method,
                "args": args,
                "kwargs": {"context": office.CHINESE, **kwargs},
            },
        )

    def call(self, model, method, *args, **kwargs):
        """Like `ask`, where only one answer is expected: the value."""
        answer = self.ask(model, method, *args, **kwargs)
        assert answer.is_done, answer
        return answer.value

    def press(self, model, record, button):
        """A button of a record's form."""
        return self.ask(model, button, [record])

    # --- self-service pages

    def page(self, path):
        """The text of a page."""
        answer = self.http.get(self.address + path, timeout=SECONDS)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def send(self, path, token, **form):
        """Send a form; what the browser shows then."""
        return self.http.post(
            self.address + path, data={"csrf_token": token, **form}, timeout=SECONDS
        )


def open_sessions(cluster):
    """Sessions of everybody that tests/cluster/prepare.py has made: {login: id}.

    The nodes share a folder of sessions, so that each user is known at both.
    """
    [(text,)] = cluster.query(
        "SELECT value FROM ir_config_parameter WHERE key = %s", SESSIONS
    )
    found = {}
    for login, session in json.loads(text).items():
        sid = session.pop("sid")
        path = cluster.folder / "odoo" / "sessions" / sid[:2] / sid
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = {**session, "db": cluster.database, "create_time": time.time()}
        path.write_text(json.dumps(opened), encoding="utf-8")
        found[login] = sid
    return found


def token(page):
    """The CSRF token of a page's form."""
    return TOKEN.search(page)[1]
