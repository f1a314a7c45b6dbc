"""A headless Chromium that tells what a Content-Security-Policy refused."""

import contextlib
import json
import shutil
import subprocess
import time
import urllib.request

import websocket  # config/requirements-dev.txt
from govhr import odoo_cli

from . import harness

NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
OPTIONS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--ignore-certificate-errors", "--remote-allow-origins=*",
    f"--host-resolver-rules=MAP {harness.HOST} 127.0.0.1",
    "--window-size=1280,900", "--lang=zh-CN",
]  # fmt: skip


class Browser:
    """One page; ``refused`` collects what the console reports."""

    def __init__(self, address):
        self.socket = websocket.create_connection(address, timeout=60)
        self.number, self.refused = 0, []
        for domain in ("Page", "Log", "Network", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            self._listen(answer)
            if answer.get("id") == self.number:
                return answer.get("result", answer)

    def _listen(self, event):
        if event.get("method") == "Log.entryAdded":
            entry = event["params"]["entry"]
            if entry["source"] == "security" or "Content Security" in entry["text"]:
                self.refused.append(entry["text"])

    def look(self, address, ready, patience=60):
        """Open a page and wait until the JavaScript expression ``ready`` is true."""
        self.call("Page.navigate", url=address)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            answer = self.call("Runtime.evaluate", expression=ready, returnByValue=True)
            if answer.get("result", {}).get("value"):
                return True
            time.sleep(0.3)
        return False


@contextlib.contextmanager
def open_browser():
    name = next(filter(None, map(shutil.which, NAMES)))
    port = odoo_cli.free_port(9400)
    with harness.open_folder() as profile:
        command = [name, *OPTIONS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(
            [*command, f"--remote-debugging-port={port}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            harness.wait_for(port, process, 60)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
                tabs = json.load(answer)
            page = next(x for x in tabs if x["type"] == "page")
            yield Browser(page["webSocketDebuggerUrl"])
        finally:
            process.terminate()
            process.wait(20)
