"""``make bench``: what a month and its pay cost, beside the stock path and plain SQL."""
