"""Which passwords are strong enough, and until when (口令复杂度与定期更换)."""

from datetime import timedelta

KINDS = ("upper", "lower", "digit", "other")


def kinds_of(password):
    """The kinds of characters in a password; what is no letter or digit is `other`.

    >>> sorted(kinds_of("Abc123"))
    ['digit', 'lower', 'upper']
    >>> sorted(kinds_of("政务!"))
    ['other']
    """
    return {_kind(character) for character in password}


def _kind(character):
    if character.isascii() and character.isalnum():
        if character.isdigit():
            return "digit"
        return "upper" if character.isupper() else "lower"
    return "other"


def days_left(changed, days, today):
    """Days until a password expires, below 0 when it has; None without an expiry.

    >>> from datetime import date
    >>> days_left(date(2026, 8, 1), 90, date(2026, 10, 25))
    5
    >>> days_left(date(2026, 8, 1), 0, date(2026, 10, 25))
    """
    if not days:
        return None
    return (changed + timedelta(days=days) - today).days
