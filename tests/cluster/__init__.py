"""``make cluster``: a month and its pay on two nodes, also when one of them dies."""

PASSWORD = "Two-Nodes-2026"  # of everybody in the made-up office
# who shares a role with whom: login, role of govhr.office
COLLEAGUES = {
    "hr2": "hr",
    "clerk": "hr",
    "checker2": "checker",
    "finance2": "finance",
    "leader2": "leader",
}
PORTAL_LOGINS = [f"person{number:02d}" for number in range(1, 51)]
SESSIONS = "tests.cluster.sessions"  # parameter: sessions that are open already
