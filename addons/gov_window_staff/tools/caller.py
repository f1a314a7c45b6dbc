"""Where a call comes from: XML-RPC and JSON-RPC run without Odoo's request."""

import contextlib
import threading

from odoo.http import request

_calls = threading.local()


@contextlib.contextmanager
def known(address):
    """Remember the address for what the thread does within."""
    before = getattr(_calls, "address", None)
    _calls.address = address
    try:
        yield
    finally:
        _calls.address = before


def address():
    """The network address of the caller, None for the system itself.

    >>> with known("203.0.113.7"):
    ...     address()
    '203.0.113.7'
    >>> address()
    """
    if request:
        return request.httprequest.remote_addr
    return getattr(_calls, "address", None)
