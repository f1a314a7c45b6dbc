"""What a county office has under way on an ordinary day, for the demo county.

Movements in every state, talks and uniforms, a text to read, reports to hand in: so
that no screen of the demo is empty. Only public methods are called, as the user whose
work it is.
"""

from datetime import date, timedelta

SIGNED = "同意。"


def load(office, liaison_user):
    """Fill the demo county.

    :param office: ``office.Office`` of environments
    :param liaison_user: liaison without a unit yet; gets the biggest one
    """
    unit = biggest_unit(office.hr)
    liaison_user.sudo().gov_unit_ids = unit
    people = office.hr["hr.employee"].search(
        [("gov_staff_no", "!=", False)], order="gov_staff_no", limit=60
    )
    equip_windows(office.hr)
    move_people(office, people)
    appoint_heads(office)
    keep_records(office.hr, people)
    publish_undertaking(office.hr)
    office.hr["gov.site.report"]._cron_daily()
    office.hr.flush_all()


def biggest_unit(env):
    """The dispatching unit with the most people."""
    units = env["res.partner"].search([("is_gov_unit", "=", True)])
    return max(units, key=lambda unit: unit.gov_staff_count)


def equip_windows(env):
    """Kinds by the names, evaluators at nine of ten, A角 and B角 where two serve."""
    windows = env["gov.window"].search([])
    people = env["hr.employee"].search(
        [("gov_window_id", "in", windows.ids), ("gov_leave_date", "=", False)]
    )
    serving = people.grouped("gov_window_id")
    for number, window in enumerate(windows):
        own = serving.get(window, people.browse())[:2]
        is_general = any(word in window.name for word in ("综合", "便民"))
        vals = {
            "kind": "general" if is_general else "department",
            "main_person_id": own[:1].id,
            "backup_person_id": own[1:].id,
        }
        if number % 10:
            vals |= {"evaluator_kind": "device", "evaluator_number": f"PJ{number:03}"}
        window.write(vals)


def appoint_heads(office):
    """The county centre, its branches and all towns but the last have a head."""
    sites = office.hr["hr.department"].search([("gov_level", "!=", "village")])[:-1]
    staff = office.hr["hr.employee"].search(
        [("department_id", "in", sites.ids), ("gov_leave_date", "=", False)]
    )
    for site, people in staff.grouped("department_id").items():
        appointment = office.hr["gov.staff.movement"].create(
            {
                "kind": "head",
                "employee_id": people[-1].id,
                "to_department_id": site.id,
                "effective_date": date.today(),
                "reason": "任命窗口负责人",
            }
        )
        appointment.action_submit()
        agree(appointment)


def agree(movement):
    """All steps agree."""
    while movement.state == "submitted":
        decide(movement, "agree", SIGNED)


def move_people(office, people):
    """A draft, one that waits for its steps, one in effect, one refused."""
    today = date.today()
    towns = office.hr["hr.department"].search([("gov_level", "=", "town")])
    served = people.filtered(lambda p: not p.gov_leave_date)

    def movement(index, kind, **vals):
        return office.hr["gov.staff.movement"].create(
            {
                "kind": kind,
                "employee_id": served[index].id,
                "effective_date": today + timedelta(days=9),
                "reason": "工作需要",
                **vals,
            }
        )

    def elsewhere(index):
        return (towns - served[index].department_id)[0].id

    movement(3, "transfer", to_department_id=elsewhere(3))
    waiting = movement(5, "transfer", to_department_id=elsewhere(5))
    refused = movement(7, "transfer", to_department_id=elsewhere(7))
    done = movement(9, "transfer", to_department_id=elsewhere(9), effective_date=today)
    (waiting | refused | done).action_submit()
    decide(refused, "refuse", "该窗口业务高峰，暂缓调动。")
    agree(done)


def decide(movement, decision, words):
    """The person whose turn it is decides."""
    # sudo: the demo asks whose turn it is; the decision itself is that person's
    reviews = movement.sudo().review_ids
    turn = reviews.filtered(lambda r: r.status == "pending").sorted("sequence")[0]
    # whoever has decided a step leaves the next one to somebody else
    user = (turn.reviewer_ids - reviews.done_by or turn.reviewer_ids)[0]
    wizard = movement.env["gov.movement.decision"].with_user(user)
    wizard.create(
        {"movement_id": movement.id, "decision": decision, "comment": words}
    ).action_confirm()
    movement.invalidate_recordset()


def keep_records(env, people):
    """A uniform for everybody, a few talks and an honour."""
    today = date.today()
    kinds = {kind.code: kind for kind in env["gov.staff.record.kind"].search([])}
    lines = [("UNIFORM", "夏装两套", people), ("TALK", "思想动态良好", people[:6])]
    lines.append(("HONOUR", "季度服务之星", people[2:4]))
    env["gov.staff.record"].create(
        [
            {
                "employee_id": person.id,
                "kind_id": kinds[code].id,
                "date": today,
                "summary": summary,
            }
            for code, summary, chosen in lines
            if code in kinds
            for person in chosen
        ]
    )


def publish_undertaking(env):
    """The confidentiality undertaking goes out to everybody."""
    drafts = env["gov.rule.document"].search(
        [("kind", "=", "undertaking"), ("state", "=", "draft")], limit=1
    )
    drafts.deadline = date.today() + timedelta(days=14)
    drafts.action_publish()
