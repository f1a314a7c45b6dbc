"""How a notice comes about: from a locked month, with its text."""

from odoo import api, fields, models

from ...rules.letters import day_text, month_text


class GovCriticismNotice(models.Model):
    """Notice made from results."""

    _inherit = "gov.criticism.notice"

    @api.model
    def _generate_for(self, rounds):
        """Notices of the people graded 差 in locked months, one each; new ones only.

        :return: the new notices
        """
        poor = rounds.appraisal_ids.filtered(lambda a: a.grade == "poor")
        known = self.search(
            [("appraisal_id", "in", poor.ids), ("state", "!=", "withdrawn")]
        ).appraisal_id
        notices = self.browse()
        for batch, results in (poor - known).grouped("round_id").items():
            letter = self.env["gov.follow.letter"]._for_county(
                "criticism", batch.county_id
            )
            new = self._unprotected().create(
                [result._prepare_notice_vals(letter) for result in results]
            )
            for notice in new:
                notice.body = letter._text(notice._letter_values())
            notices += new.with_env(self.env)
            if letter.is_issued_at_once:
                # the month was approved, and the text is nobody's own: no question
                for notice in new.sorted("staff_no"):
                    notice._issue(letter)
        return notices

    def _issue(self, letter):
        """Number, day and self-examination of one draft; called unprotected."""
        self.ensure_one()
        # sudo: the text of the letter is an option of the county, not of the officer
        letter, today = letter.sudo(), fields.Date.context_today(self)
        own_words = (self.body or "").strip()
        is_untouched = own_words in ("", letter._text(self._letter_values()).strip())
        self.write(
            {
                "state": "issued",
                "issue_date": today,
                "issued_by_id": self.env.uid,
                "name": self._next_number(letter, self.county_id, today),
            }
        )
        if letter.needs_examination:
            self._ask_examination(today)
        if is_untouched:
            # the deadline of the self-examination is known only now
            self.body = letter._text(self._letter_values())
        if self.scope == "public" and not self.public_until and letter.public_days:
            self.public_until = fields.Date.add(today, days=letter.public_days)

    def _ask_examination(self, today):
        """The task for the person, due by the working days of the rubric (A48)."""
        self.ensure_one()
        exams = self.env["gov.self.examination"]._unprotected()
        days = self._self_exam_days()
        exams.create(
            {
                "notice_id": self.id,
                "employee_id": self.employee_id.id,
                "day": self.day,
                "reason": self.name,
                "days": days,
                "date_assigned": today,
                "deadline": exams._workday_after(today, days),
                "state": "waiting",
            }
        )

    def _self_exam_days(self):
        """Working days for the self-examination, by the rubric of the month."""
        version = self.appraisal_id.round_id.version_id
        if not version:
            rubric = self.env["gov.rubric"]._for_county(self.county_id)
            version = self.env["gov.rubric.version"]._in_force(rubric, self.day)
        return version.self_exam_days

    def _letter(self):
        self.ensure_one()
        kind = "criticism" if self.cause == "month" else "misconduct"
        return self.env["gov.follow.letter"]._for_county(kind, self.county_id)

    def _letter_values(self):
        """{word: text} for the letter text."""
        self.ensure_one()
        result = self.appraisal_id
        month = result.date_from or self.day
        grade = dict(result._fields["grade"]._description_selection(self._chinese()))
        today = self.issue_date or fields.Date.context_today(self)
        return {
            "姓名": self.person_name,
            "工号": self.staff_no,
            "机构": self.department_id.name,
            "窗口": result.window_id.name,
            "单位": self.unit_id.name or self.department_id.name,
            "月份": month_text(month.year, month.month),
            "得分": f"{result.total:g}" if result else "",
            "等次": grade.get(result.grade),
            "扣分事项": self._deductions_text(),
            "事由": self.reason or self._deductions_text(),
            "期限": day_text(self.exam_ids[:1].deadline),
            "日期": day_text(today),
        }

    def _chinese(self):
        """Letters are Chinese, whoever presses the button."""
        return self.with_context(lang="zh_CN").env

    def _deductions_text(self):
        """What cost the points, item by item, the heaviest first: 1.1 迟到（5分）、…"""
        lines = self.appraisal_id.line_ids.filtered(lambda line: not line.is_bonus)
        facts = lines or self.event_ids
        points = {
            item: sum(own.mapped("points_total"))
            for item, own in facts.grouped("item_id").items()
        }
        heaviest = sorted(points, key=lambda item: (-points[item], item.sequence))
        return "、".join(f"{i.display_name}（{points[i]:g}分）" for i in heaviest)
