"""Keys of the context that only the server itself may set (客户端不得携带的上下文).

Odoo takes any context from a client, and some of its keys switch off the history of a
document, a check or a step. Inside the server they go on working: what is removed is
only what comes over the wire, whoever sends it.
"""

import functools
import json
from collections.abc import Mapping

from odoo.service import model as service

# no line in the history, no follower told, no activity made
SILENT = frozenset(
    {
        "tracking_disable",
        "mail_notrack",
        "mail_create_nolog",
        "mail_create_nosubscribe",
        "mail_auto_subscribe_no_notify",
        "mail_activity_automation_skip",
        "auditlog_disabled_read",
        "auditlog_guard",
    }
)
# a check, a step of approval, or the queue left out
SKIPPING = frozenset(
    {
        "skip_validation_check",
        "skip_check_state_condition",
        "server_action_tier",
        "tier_validation_defer_compute_can_review",
        "queue_job__no_delay",
        "without_compute_sheet",
        "leave_fast_create",
        "leave_skip_date_check",
        "leave_skip_state_check",
        "allocation_skip_state_check",
        "skip_copy_check",
        "ignored_leave_ids",
        "work_entry_skip_validation",
        "hr_work_entry_no_check",
        "salary_simulation",
        "sync_contract_dates",
        "skip_res_field_check",
        "no_leave_resource_calendar_update",
        "install_mode",
        "force_deactivate",
        "_force_unlink",
    }
)
# our own keys that a window may send: they choose what is shown, and allow nothing
OPEN = frozenset(
    {
        "gov_show_site",
        "gov_statistic_day",
        "gov_recruitment",
        "gov_pay_run",
        "gov_step",
        "gov_training_session_id",
        "gov_training_date_id",
        "gov_certification_exam_id",
    }
)
OWN = "gov_"


def is_closed(key):
    """Whether a client may not send the key.

    >>> [is_closed(k) for k in ("tracking_disable", "gov_unlock", "gov_step", "lang")]
    [True, True, False, False]
    """
    return key in SILENT or key in SKIPPING or (key.startswith(OWN) and key not in OPEN)


def clean(context):
    """The context without the closed keys; text as text, anything else as it is.

    >>> clean({"lang": "zh_CN", "mail_notrack": 1})
    {'lang': 'zh_CN'}
    >>> clean('{"skip_validation_check": true, "tz": "UTC"}')
    '{"tz": "UTC"}'
    """
    if isinstance(context, str):
        try:
            return json.dumps(clean(json.loads(context)))
        except ValueError:
            return context
    if isinstance(context, Mapping):
        return {k: v for k, v in context.items() if not is_closed(str(k))}
    return context


def clean_params(params):
    """Parameters of a request with the contexts in them cleaned, in new dicts.

    >>> clean_params({"kwargs": {"context": {"gov_unlock": 1}, "limit": 2}, "args": []})
    {'kwargs': {'context': {}, 'limit': 2}, 'args': []}
    """
    result = dict(params)
    if "context" in result:
        result["context"] = clean(result["context"])
    if isinstance(result.get("kwargs"), Mapping):
        result["kwargs"] = clean_params(result["kwargs"])
    return result


def install():
    """XML-RPC and JSON-RPC reach `call_kw` without a request of Odoo's router."""
    original = service.call_kw
    if hasattr(original, "gov_wire"):
        return

    @functools.wraps(original)
    def call_kw(model, name, args, kwargs):
        if "gov.access.policy" in model.env:  # not in other databases of the server
            kwargs = clean_params(kwargs)
        return original(model, name, args, kwargs)

    call_kw.gov_wire = True
    service.call_kw = call_kw
