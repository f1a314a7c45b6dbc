"""Builders for training needs and their facts."""

from unittest.mock import patch

from odoo.tests import new_test_user


class NeedBuilders:
    """Mixin beside `TrainingCommon`."""

    @classmethod
    def topic(cls, name="skills"):
        return cls.env.ref(f"gov_training.topic_{name}")

    @classmethod
    def new_need(cls, person=None, topic="skills", source="officer", **vals):
        """A need that waits for a session, of Ann by default."""
        return (
            cls.env["gov.training.need"]
            ._unlocked()
            .create(
                {
                    "employee_id": (person or cls.ann).id,
                    "topic_id": cls.topic(topic).id,
                    "source": source,
                    "date": "2026-01-05",
                    **vals,
                }
            )
            .with_env(cls.env)
        )

    @classmethod
    def arrange(cls, needs, user=None, **vals):
        """The session that the wizard makes of needs."""
        wizard = cls.env["gov.training.need.session"].with_user(user or cls.officer)
        action = wizard.create({"need_ids": [(6, 0, needs.ids)], **vals})
        session = action.action_arrange()["res_id"]
        return cls.env["gov.training.session"].browse(session)

    @classmethod
    def hold(cls, session, absent=()):
        """Hold a session of the past to its end; some stay away."""
        session.action_start()
        lines = session.enrollment_ids
        lines.filtered(lambda e: e.employee_id in absent).action_absent()
        session.action_mark_all_present()
        session.action_close()

    @classmethod
    def facts(cls, *facts):
        """Patcher: (person, topic, source, day, text) are the only facts there are."""
        people = cls.env.registry["hr.employee"]

        def found(self, first, last):
            return [
                {
                    "employee_id": person.id,
                    "topic_id": topic.id,
                    "source": source,
                    "date": day,
                    "text": text,
                }
                for person, topic, source, day, text in facts
                if person.id in self.ids and first <= day <= last
            ]

        return patch.object(people, "_gov_training_facts", found)

    @classmethod
    def new_portal_user(cls, person):
        """A portal login of a person, in Chinese."""
        login = f"portal_{person.gov_staff_no}"
        user = new_test_user(cls.env, login, "base.group_portal", lang="zh_CN")
        person.user_id = user
        return user
