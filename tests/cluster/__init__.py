"""``make cluster``: a month and its pay on two nodes, also when one of them dies."""

PASSWORD = "Two-Nodes-2026"  # of everybody in the made-up office
