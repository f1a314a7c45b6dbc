"""``make bench``: cost of a month and its pay, beside the stock path and plain SQL."""
