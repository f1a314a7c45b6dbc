"""What each role may do with each model; a role that is not named may do nothing."""

EVERYBODY = ("plain", "site_officer", "leader")
REFERENCE = dict.fromkeys(EVERYBODY, "read") | {"officer": "read write create unlink"}
LASTING = dict.fromkeys(EVERYBODY, "read") | {"officer": "read write create"}
OFFICERS_ONLY = {"officer": "read write create unlink"}
# 派驻单位联络员: what everybody reads, and these; the record rules leave the own unit
LIAISON = {
    "gov.certificate": "read",
    "gov.certificate.coverage": "read",
    "gov.movement.decision": "read write create",
    "gov.leave.entry": "read write create",
    "gov.movement.ground": "read",
    "gov.newcomer.line": "read",
    "gov.replacement.reply": "read write create",
    "gov.rule.acknowledgement": "read",
    "gov.rule.clause": "read",
    "gov.rule.document": "read",
    "gov.staff.movement": "read write create unlink",
    "gov.staff.movement.step": "read",
    "gov.staff.record": "read write create",
    "gov.staff.statistic": "read",
    "gov.unit.report": "read write",
}
OVERSEEN = dict.fromkeys(("site_officer", "leader"), "read") | OFFICERS_ONLY
RIGHTS = {
    "gov.access.event": {},
    "gov.access.policy": {},
    "gov.upload.type": {},
    "gov.audit.entry": {},
    "gov.audit.report": {},
    "gov.password.old": {},
    "gov.allowance.eligibility": REFERENCE,
    "gov.allowance.rate": REFERENCE,
    "gov.allowance.table": REFERENCE,
    "gov.allowance.table.version": REFERENCE,
    "gov.annual.leave": {"officer": "read write create"},
    "gov.calendar.day": REFERENCE,
    "gov.calendar.year": REFERENCE,
    "gov.certificate": {
        "site_officer": "read",
        "leader": "read",
        "officer": "read write create unlink",
    },
    "gov.certificate.coverage": dict.fromkeys(
        ("site_officer", "leader", "officer"), "read"
    ),
    "gov.certificate.duty": REFERENCE,
    "gov.certificate.duty.version": REFERENCE,
    "gov.certificate.reason": OFFICERS_ONLY,
    "gov.certificate.verify": OFFICERS_ONLY,
    "gov.certificate.verify.line": OFFICERS_ONLY,
    "gov.correction.field": OFFICERS_ONLY,
    "gov.deadline.extension": {"officer": "read create"},
    "gov.deadline.warning": {"officer": "read"},
    "gov.disclosure": {},
    "gov.dossier": {"officer": "read write create"},
    "gov.duty.allow": OFFICERS_ONLY,
    "gov.education": LASTING,
    "gov.entry.policy": REFERENCE,
    "gov.entry.policy.version": REFERENCE,
    "gov.import.calendar": OFFICERS_ONLY,
    "gov.import.certificate": OFFICERS_ONLY,
    "gov.import.department": OFFICERS_ONLY,
    "gov.import.roster": OFFICERS_ONLY,
    "gov.import.unit": OFFICERS_ONLY,
    "gov.import.window": OFFICERS_ONLY,
    "gov.ladder": REFERENCE,
    "gov.ladder.condition": REFERENCE,
    "gov.ladder.level": REFERENCE,
    "gov.ladder.subject": REFERENCE,
    "gov.ladder.version": REFERENCE,
    "gov.leave.entry": dict.fromkeys(("site_officer", "officer"), "read write create"),
    "gov.leave.tier": dict.fromkeys((*EVERYBODY, "officer"), "read"),
    "gov.legal.check": LASTING,
    "gov.movement.decision": dict.fromkeys(
        ("site_officer", "leader", "officer"), "read write create"
    ),
    "gov.movement.ground": {
        "site_officer": "read",
        "leader": "read",
        "officer": "read write create unlink",
    },
    "gov.movement.kind": dict.fromkeys(EVERYBODY, "read") | {"officer": "read write"},
    "gov.movement.legal": {"leader": "read", "officer": "read write"},
    "gov.movement.reason": REFERENCE,
    "gov.newcomer.item": LASTING,
    "gov.newcomer.line": {
        "site_officer": "read write",
        "leader": "read",
        "officer": "read write",
    },
    "gov.number.counter": {"officer": "read"},
    "gov.personal.entry": {"officer": "read write create"},
    "gov.personal.view": {},
    "gov.probation.decide": OFFICERS_ONLY,
    "gov.probation.decide.line": OFFICERS_ONLY,
    "gov.profile.change": {"officer": "read write create"},
    "gov.profile.correction": {"officer": "read write"},
    "gov.public.notice": OFFICERS_ONLY,
    "gov.public.notice.objection": {"officer": "read write create"},
    "gov.recruitment.decide": OFFICERS_ONLY,
    "gov.recruitment.decide.line": OFFICERS_ONLY,
    "gov.recruitment.reopen": OFFICERS_ONLY,
    "gov.recruitment.step": {"officer": "read"},
    "gov.replacement.reply": OFFICERS_ONLY,
    "gov.report.duty": REFERENCE,
    "gov.rule.acknowledgement": OVERSEEN,
    "gov.rule.clause": OVERSEEN,
    "gov.rule.document": OVERSEEN,
    "gov.rule.paper": OFFICERS_ONLY,
    "gov.rule.progress": dict.fromkeys(("site_officer", "leader", "officer"), "read"),
    "gov.site.pack": OFFICERS_ONLY,
    "gov.site.report": {
        "site_officer": "read write",
        "leader": "read",
        "officer": "read write create unlink",
    },
    "gov.site.report.open": OFFICERS_ONLY,
    "gov.site.report.return": OFFICERS_ONLY,
    "gov.site.standard": REFERENCE,
    "gov.site.standard.line": REFERENCE,
    "gov.site.standard.version": REFERENCE,
    "gov.skill.level": LASTING,
    "gov.staff.movement": {
        "site_officer": "read write create unlink",
        "leader": "read",
        "officer": "read write create unlink",
    },
    "gov.staff.movement.step": dict.fromkeys(
        ("site_officer", "leader", "officer"), "read"
    ),
    "gov.staff.record": {
        "site_officer": "read write create",
        "leader": "read write create",
        "officer": "read write create unlink",
    },
    "gov.staff.record.add": {"officer": "read write create"},
    "gov.staff.record.kind": LASTING,
    "gov.staff.statistic": dict.fromkeys(("site_officer", "leader", "officer"), "read"),
    "gov.staff.structure": dict.fromkeys(
        ("site_officer", "leader", "officer"), "read write create unlink"
    ),
    "gov.staff.vetting": {"leader": "read", "officer": "read write create unlink"},
    "gov.staff.vetting.line": {"leader": "read", "officer": "read write create unlink"},
    "gov.transfer.refused": OFFICERS_ONLY,
    "gov.unit.report": {"leader": "read", "officer": "read write create unlink"},
    "gov.unit.report.create": OFFICERS_ONLY,
    "gov.vetting.aspect": LASTING,
    "gov.window": REFERENCE,
    "gov.window.area": REFERENCE,
}


def rights_of(role, model):
    """What a role may do with a model: a set of operations."""
    rights = RIGHTS[model]
    if role == "liaison":
        return set(LIAISON.get(model, rights.get("plain", "")).split())
    return set(rights.get(role, "").split())
