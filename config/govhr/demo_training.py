"""Training that is under way in the demo county: so that its screens are not empty."""

from datetime import datetime, time, timedelta

QUESTIONS = (
    (
        "一窗受理的基本流程是？",
        "前台综合受理、后台分类审批、统一窗口出件",
        "谁受理谁审批",
    ),
    ("“好差评”中应当回访的是？", "差评", "好评"),
    ("首问负责制要求首位接待人员？", "负责到底或引导到位", "告知不归本窗口"),
    ("一次性告知应当采用？", "书面或电子清单", "口头提示即可"),
)


def load(office):
    """Sessions in every state, needs, a pair of mentor and apprentice, an exam.

    :param office: ``office.Office`` of environments
    """
    env = office.hr
    county = env["hr.department"].search([("gov_level", "=", "county")], limit=1)
    people = env["hr.employee"].search(
        [("gov_staff_no", "!=", False), ("gov_leave_date", "=", False)],
        order="gov_staff_no",
        limit=50,
    )
    hold_sessions(env, county, people)
    ask_for_training(env, people[20:32])
    pair_up(env, people)
    examine(env, county, people[:15])
    env["gov.training.base"].action_set_up_chain()


def at(days, hour=14):
    """A moment `days` from today at an hour in China, as UTC without zone."""
    today = datetime.now().date()
    return datetime.combine(today + timedelta(days), time(hour)) - timedelta(hours=8)


def new_session(env, county, name, days, topic="skills", **vals):
    """An open session of two hours for the county."""
    session = env["gov.training.session"].create(
        {
            "name": name,
            "topic_ids": [(6, 0, env.ref(f"gov_training.topic_{topic}").ids)],
            "kind_id": env.ref("gov_training.kind_regular").id,
            "form_id": env.ref("gov_training.form_concentrated").id,
            "department_id": county.id,
            "date_start": at(days),
            "date_end": at(days, 16),
            **vals,
        }
    )
    session.action_open()
    return session


def enroll(env, session, people):
    """Put people on the list of a session."""
    env["gov.training.enrollment"].create(
        [{"session_id": session.id, "employee_id": person.id} for person in people]
    )


def hold_sessions(env, county, people):
    """One closed with two absent, one to come that is full, one announced."""
    past = new_session(env, county, "综窗业务专题培训", -10)
    enroll(env, past, people[:40])
    past.action_start()
    past.enrollment_ids[:2].action_absent()
    past.action_mark_all_present()
    past.action_close()
    coming = new_session(
        env,
        county,
        "服务礼仪与沟通",
        5,
        topic="etiquette",
        capacity=20,
        place="三楼会议室",
    )
    enroll(env, coming, people[:20])
    new_session(env, county, "政务服务事项办理规范", 12, topic="site")


def ask_for_training(env, people):
    """Staff pick topics from the menu."""
    topics = env["gov.training.topic"].search([("parent_id", "=", False)], limit=3)
    env["gov.training.need"].create(
        [
            {
                "employee_id": person.id,
                "topic_id": topics[number % len(topics)].id,
                "reason": "窗口新增事项较多",
            }
            for number, person in enumerate(people)
        ]
    )


def pair_up(env, people):
    """A mentor of many years and a colleague who came last."""
    by_entry = people.sorted("gov_entry_date")
    site = by_entry[0].department_id
    apprentice = by_entry.filtered(lambda p: p.department_id == site)[-1]
    pair = env["gov.mentorship"].create(
        {
            "mentor_id": by_entry[0].id,
            "apprentice_id": apprentice.id,
            "date_from": at(-30).date(),
            "date_to": at(150).date(),
            "goal_ids": [
                (0, 0, {"kind": "goal", "name": "独立受理综合窗口高频事项"}),
                (0, 0, {"kind": "goal", "name": "通过五级/初级工考试"}),
            ],
        }
    )
    pair.action_activate()


def examine(env, county, people):
    """A question bank and an exam that is open."""
    topic = env.ref("gov_training.topic_skills")
    for text, right, wrong in QUESTIONS:
        env["gov.exam.question"].create(
            {
                "name": text,
                "topic_id": topic.id,
                "kind": "single",
                "choice_ids": [
                    (0, 0, {"name": right, "is_correct": True}),
                    (0, 0, {"name": wrong}),
                ],
            }
        )
    exam = env["gov.exam"].create(
        {
            "name": "综窗业务测试",
            "department_id": county.id,
            "part_ids": [(0, 0, {"topic_id": topic.id, "count": 3, "points": 10})],
            "date_from": datetime.now() - timedelta(hours=1),
            "date_to": datetime.now() + timedelta(days=7),
        }
    )
    exam._invite(people)
    exam.action_open()
