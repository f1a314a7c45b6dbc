"""Set-up, databases, server and tests of this checkout: ``python -m govhr COMMAND``."""
