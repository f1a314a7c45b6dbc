"""What ends a command: one clear line, no traceback."""


class Stop(Exception):
    """Something is missing or was refused; the message is the whole explanation."""
