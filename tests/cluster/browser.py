"""The buttons of a month and of a pay run, pressed over HTTP as the web client does."""

import time

import requests
from govhr import office

from tests.cluster import PASSWORD

SECONDS = 300
# what Odoo says when PostgreSQL went away under a request: nothing was kept
BROKEN = (
    "closed the connection",
    "terminating connection",
    "connection already closed",
)
TRIES = 8  # each node's pooled connections break one after the other


class Refused(Exception):
    """Odoo answered with an error; the text is what the user sees."""


class Browser:
    """One user's session; a call goes to whichever node nginx chooses."""

    def __init__(self, cluster, login):
        self.address = cluster.address
        self.http = requests.Session()
        self.http.trust_env = False  # no proxy, no other certificates
        self.http.verify = str(cluster.certificate)
        answer = self._post(
            "/web/session/authenticate",
            db=cluster.database, login=login, password=PASSWORD,
        )  # fmt: skip
        assert answer["uid"], f"{login} could not log in"

    def _post(self, path, **params):
        answer = self.http.post(
            self.address + path,
            json={"jsonrpc": "2.0", "method": "call", "params": params},
            timeout=SECONDS,
        )
        answer.raise_for_status()
        body = answer.json()
        if "error" in body:
            raise Refused(body["error"]["data"]["message"])
        return body.get("result")

    def call(self, model, method, *args, **kwargs):
        """A public method, as ``execute_kw`` would call it.

        Where the connection broke, the button is pressed again, as its user would.
        """
        for left in reversed(range(TRIES)):
            try:
                return self._post(
                    f"/web/dataset/call_kw/{model}/{method}",
                    model=model, method=method, args=args,
                    kwargs={"context": office.CHINESE, **kwargs},
                )  # fmt: skip
            except Refused as reason:
                if not left or not any(words in str(reason) for words in BROKEN):
                    raise
                time.sleep(1)

    def press(self, model, record, button):
        """A button of a record's form."""
        return self.call(model, button, [record])
