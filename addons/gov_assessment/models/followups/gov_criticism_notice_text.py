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
        poor = self.env["gov.appraisal"].search(
            [("round_id", "in", rounds.ids), ("grade", "=", "poor")]
        )
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
                new.sorted("staff_no")._issue(letter)
        return notices

    def _issue(self, letter):
        """Number, day and self-examination of drafts; called unprotected.

        The drafts are of one county and get their numbers in this order, in sets: a
        large county has hundreds a month.
        """
        # sudo: the text of the letter is an option of the county, not of the officer
        letter, today = letter.sudo(), fields.Date.context_today(self)
        untouched = self.filtered(lambda notice: notice._is_untouched(letter))
        self.write(
            {"state": "issued", "issue_date": today, "issued_by_id": self.env.uid}
        )
        numbers = self._next_numbers(letter, self.county_id, today, len(self))
        for notice, number in zip(self, numbers, strict=True):
            notice.name = number
        if letter.needs_examination:
            self._ask_examination(today)
        for notice in untouched:
            # the deadline of the self-examination is known only now
            notice.body = letter._text(notice._letter_values())
        for notice in self if letter.public_days else ():
            if notice.scope == "public" and not notice.public_until:
                notice.public_until = fields.Date.add(today, days=letter.public_days)

    def _is_untouched(self, letter):
        """Whether nobody has put the county's words in other words."""
        own_words = (self.body or "").strip()
        return own_words in ("", letter._text(self._letter_values()).strip())

    def _ask_examination(self, today):
        """The people's tasks, due by the working days of the rubric (A48)."""
        exams = self.env["gov.self.examination"]._unprotected()
        vals_list = []
        for notice in self:
            days = notice._self_exam_days()
            vals_list.append(
                {
                    "notice_id": notice.id,
                    "employee_id": notice.employee_id.id,
                    "day": notice.day,
                    "reason": notice.name,
                    "days": days,
                    "date_assigned": today,
                    "deadline": exams._workday_after(today, days),
                    "state": "waiting",
                }
            )
        exams.create(vals_list)

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
