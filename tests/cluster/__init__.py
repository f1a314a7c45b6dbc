"""``make cluster``: a month and its pay on two nodes, also when one of them dies."""
