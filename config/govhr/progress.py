"""What a person sees while a long step works."""

import sys
import threading
import time


def say(text=""):
    print(text, flush=True)


def warn(text):
    print(f"WARNING: {text}", file=sys.stderr, flush=True)


class Step:
    """Prints a title, then every few seconds how far it is, then how long it took.

    :param detail: a function giving a few words about the state, called when printing
    """

    def __init__(self, title, detail=None):
        self.title = title
        self.detail = detail or (lambda: "")
        self.pause = 3 if sys.stdout.isatty() else 15  # seconds
        self._over = threading.Event()

    def __enter__(self):
        say(f"==> {self.title}")
        self._start = time.monotonic()
        self._thread = threading.Thread(target=self._tell, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind, value, trace):
        self._over.set()
        self._thread.join()
        word = "failed after" if kind else "done in"
        say(f"    {word} {self.seconds():.0f} s  {self.detail()}".rstrip())

    def seconds(self):
        return time.monotonic() - self._start

    def _tell(self):
        while not self._over.wait(self.pause):
            say(f"    {self.seconds():.0f} s  {self.detail()}".rstrip())
