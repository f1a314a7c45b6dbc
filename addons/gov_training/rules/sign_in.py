"""Rotating sign-in code (动态签到码): a proof of having seen the screen just now.

The code on the screen of the room changes with each slot of time. Its token is an HMAC
of what is signed (one date of one session) and of the slot, under a secret of that
date. A token counts in its own slot and in the next, so that whoever scans at the end
of a slot has time to open the page; a photo that is passed on is worth nothing after
that.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from hashlib import sha256

SLOT_SECONDS = 10
TOKEN_BYTES = 16  # nobody guesses 128 bits within a slot


def slot_of(moment: datetime) -> int:
    """Number of the slot of a moment in UTC without zone, counted from 1970.

    >>> slot_of(datetime(1970, 1, 1, 0, 0, 9)), slot_of(datetime(1970, 1, 1, 0, 0, 10))
    (0, 1)
    """
    return int(moment.replace(tzinfo=UTC).timestamp()) // SLOT_SECONDS


def seconds_left(moment: datetime) -> int:
    """Seconds until the code changes, 1 to `SLOT_SECONDS`.

    >>> seconds_left(datetime(1970, 1, 1, 0, 0, 9))
    1
    >>> seconds_left(datetime(1970, 1, 1, 0, 0, 10))
    10
    """
    return SLOT_SECONDS - int(moment.replace(tzinfo=UTC).timestamp()) % SLOT_SECONDS


def token(secret: str, subject: str, slot: int) -> str:
    """What the address of a code ends with: 22 letters that fit into an address.

    :param secret: of this date of the session; never leaves the server
    :param subject: what is signed, such as `"12/3"`

    >>> token("secret", "12/3", 5) == token("secret", "12/3", 5)
    True
    >>> len({token("secret", "12/3", 5), token("secret", "12/3", 6),
    ...      token("secret", "12/4", 5), token("other", "12/3", 5)})
    4
    >>> len(token("secret", "12/3", 5))
    22
    """
    text = f"{subject}@{slot}".encode()
    digest = hmac.new(secret.encode(), text, sha256).digest()
    return urlsafe_b64encode(digest[:TOKEN_BYTES]).decode().rstrip("=")


def is_fresh(secret: str, subject: str, sent: str, moment: datetime) -> bool:
    """Whether a token is that of the slot of `moment` or of the slot before.

    How long the comparison takes tells nothing about the right token.

    >>> noon = datetime(2026, 3, 6, 4, 0, 0)
    >>> sent = token("secret", "12/3", slot_of(noon))
    >>> is_fresh("secret", "12/3", sent, datetime(2026, 3, 6, 4, 0, 19))
    True
    >>> is_fresh("secret", "12/3", sent, datetime(2026, 3, 6, 4, 0, 20))
    False
    >>> is_fresh("secret", "12/3", sent, datetime(2026, 3, 6, 3, 59, 59))
    False
    """
    slot, given = slot_of(moment), sent.encode("utf-8", "replace")
    matches = [
        hmac.compare_digest(token(secret, subject, number).encode(), given)
        for number in (slot, slot - 1)
    ]
    return any(matches)
