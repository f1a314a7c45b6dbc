"""Words for the lines of an eligibility check, in the user's language."""

from odoo import fields

from ...rules.ladder import NOW, elapsed

ICONS = {True: "fa-check text-success", False: "fa-times text-danger"}
UNKNOWN = "fa-question-circle text-warning"


def describe(env, result, day):
    """An eligibility as plain values for the screen.

    :param result: rules.ladder.Eligibility
    :return: dict of `level`, `met`, `icon`, `due` (text or False) and `alternatives`:
        a list of dicts with `icon`, `due` and `lines` (dicts of `icon` and `text`)
    """
    row = env["gov.ladder.level"].browse(result.level.source)
    return {
        "level": row.level_id.name,
        "row": row,
        "met": result.met,
        "icon": ICONS.get(result.met, UNKNOWN),
        "due": _later(result.due, day),
        "alternatives": [
            {
                "icon": ICONS.get(alternative.met, UNKNOWN),
                "due": _later(alternative.due, day),
                "lines": [
                    {
                        "icon": ICONS.get(line.met, UNKNOWN),
                        "text": _line(env, alternative.condition, line, day),
                    }
                    for line in alternative.lines
                ],
            }
            for alternative in result.alternatives
        ],
    }


def _later(due, day):
    return fields.Date.to_string(due) if due and due > max(day, NOW) else False


def _line(env, condition, line, day):
    row = env["gov.ladder.condition"].browse(condition.source)
    return _TEXTS[line.kind](env, row, line, day)


def _years(env, row, line, day):
    if line.since is None:
        return env._(
            "%s years in the occupation needed; the day of entry is not recorded",
            row.years,
        )
    return env._(
        "%(have)s in the occupation, %(need)s years needed",
        have=_span(env, line.since, day),
        need=row.years,
    )


def _prior(env, row, line, day):
    level = row.prior_level_id.name
    if line.since is None:
        return env._("No verified certificate of %s yet", level)
    if not row.prior_years:
        return env._("Holds %s", level)
    return env._(
        "%(have)s since %(level)s, %(need)s years needed",
        have=_span(env, line.since, day),
        level=level,
        need=row.prior_years,
    )


def _education(env, row, line, day):
    needed = row.education_id.name
    if line.met is None:
        return env._("Education of %s at least; none is recorded", needed)
    return env._("Education of %s at least", needed)


def _text(env, row, line, day):
    return env._("%s (to be judged by the officer)", row.text)


def _span(env, since, day):
    years, months = elapsed(since, day)
    return env._("%(years)s years %(months)s months", years=years, months=months)


_TEXTS = {"years": _years, "prior": _prior, "education": _education, "text": _text}
