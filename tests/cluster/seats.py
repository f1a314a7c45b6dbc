"""A user's seat at one of the nodes: what is pressed there, and what is answered."""

import re
from dataclasses import dataclass

import requests
from govhr import office

from tests.cluster import PASSWORD

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
    """

    def __init__(self, cluster, node, login):
        self.name = f"{login}@{node.name}"
        self.address = f"http://127.0.0.1:{node.port}"
        self.http = requests.Session()
        self.http.trust_env = False  # no proxy
        params = {"db": cluster.database, "login": login, "password": PASSWORD}
        answer = self._ask("/web/session/authenticate", params)
        assert answer.is_done and answer.value["uid"], answer

    def at(self, node):
        """The same session at another node: two windows of one user."""
        other = object.__new__(Seat)
        other.name = f"{self.name.split('@')[0]}@{node.name}"
        other.address = f"http://127.0.0.1:{node.port}"
        other.http = requests.Session()
        other.http.trust_env = False
        # by name and value: the jar of the other one keeps to its own port
        other.http.cookies.set("session_id", self.http.cookies["session_id"])
        return other

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


def token(page):
    """The CSRF token of a page's form."""
    return TOKEN.search(page)[1]
