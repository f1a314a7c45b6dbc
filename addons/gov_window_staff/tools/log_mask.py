"""No ID number and no bank card in the server's log, whoever writes the line.

A failing statement or job quotes values in its message or traceback; the filter sits on
the handlers, so that the lines of Odoo and of libraries pass it too.
"""

import logging
import re

# place, day of birth, serial and check character; not inside a longer word or hash
NUMBER = re.compile(
    r"(?<![0-9A-Za-z])([1-9]\d{5})(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])"
    r"(?:[0-2]\d|3[01])(\d{3}[0-9Xx])(?![0-9A-Za-z])"
)
# 16 to 19 digits; moments in nanoseconds begin with 1, cards of banks with 3 to 6
CARD = re.compile(r"(?<![0-9A-Za-z.])[3-6]\d{11,14}(\d{4})(?![0-9A-Za-z])")
_FORMATTER = logging.Formatter()


def mask(text):
    """The text with the middle of each number gone.

    >>> mask("bad number 11010519491231002X, card 6229990000000000008")
    'bad number 110105********002X, card **** 0008'
    >>> mask("1763800000000000000 ns, job 5f3a6229990000000000008")
    '1763800000000000000 ns, job 5f3a6229990000000000008'
    """
    return CARD.sub(r"**** \1", NUMBER.sub(r"\1********\2", text))


class MaskFilter(logging.Filter):
    """Changes records in place; lets every one pass."""

    def filter(self, record):
        """Mask message and traceback."""
        try:
            plain = record.getMessage()
        except Exception:  # the handler reports a wrong log call itself
            return True
        masked = mask(plain)
        if masked != plain:
            record.msg, record.args = masked, None
        if record.exc_info and not record.exc_text:
            record.exc_text = _FORMATTER.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = mask(record.exc_text)
        return True


def install():
    """Put the filter on each handler of the root logger, once."""
    for handler in logging.getLogger().handlers:
        if not any(isinstance(f, MaskFilter) for f in handler.filters):
            handler.addFilter(MaskFilter())
