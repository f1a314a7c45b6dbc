"""Eligibility for a level, in words that are kept with a registration (T22)."""

from collections import namedtuple

from odoo import fields, models

from odoo.addons.gov_window_staff.rules import ladder as rules

Result = namedtuple("Result", "level_id eligible lines")
WORDS = {True: "yes", False: "no", None: "unknown"}


class HrEmployee(models.Model):
    """Employee judged by the standard in force on the day of an exam."""

    _inherit = "hr.employee"

    def _gov_ladder_results(self, day, level=None):
        """Eligibility of each person, line by line.

        :param day: date of the exam
        :param level: gov.skill.level; the next one of each person when not given
        :return: {employee id: Result(level_id, eligible, lines)}; `eligible` is yes, no
            or unknown, `lines` are values of gov.certification.check; a person without
            a level to apply for is absent
        """
        version = self.env["gov.ladder.version"]._current(day)
        rows = {row.rank: row for row in version.level_ids if row.available}
        ladder = version._to_rules()
        certificates = self.env["gov.certificate"]._to_rules(self)
        found = {}
        for person in self:
            candidate = person._gov_candidate(certificates.get(person.id, ()))
            held = rules.held_rank(candidate)
            following = rules.next_level(ladder, held)
            rank = level.rank if level else following and following.rank
            row = rows.get(rank)
            if row and rank > (held or 0):
                found[person.id] = person._gov_ladder_result(row, candidate, day)
        return found

    def _gov_ladder_result(self, row, candidate, day):
        judged = rules.eligibility(row._to_rule(), candidate, day)
        lines = [
            {
                "alternative": number,
                "text": self._gov_ladder_words(alternative.condition, line, day),
                "result": WORDS[line.met],
                "due": line.due if line.due and line.due > day else False,
            }
            for number, alternative in enumerate(judged.alternatives, 1)
            for line in alternative.lines
        ]
        if not lines:
            text = self.env._("No conditions are recorded for this level.")
            lines = [{"alternative": 1, "text": text, "result": "unknown"}]
        return Result(row.level_id, WORDS[judged.met], lines)

    def _gov_ladder_words(self, condition, line, day):
        row = self.env["gov.ladder.condition"].browse(condition.source)
        years, months = rules.elapsed(line.since, day) if line.since else (0, 0)
        have = self.env._(
            "%(years)s years %(months)s months", years=years, months=months
        )
        if line.kind == "years":
            return self.env._(
                "%(need)s years in the occupation; by the exam: %(have)s",
                need=row.years,
                have=have if line.since else self.env._("not recorded"),
            )
        if line.kind == "prior":
            return self._gov_prior_words(row, line, have)
        if line.kind == "education":
            return self.env._(
                "Education of %(need)s at least; recorded: %(have)s",
                need=row.education_id.name,
                have=self.gov_education_id.name or self.env._("nothing"),
            )
        return self.env._("%s (to be judged by the officer)", row.text)

    def _gov_prior_words(self, row, line, have):
        level = row.prior_level_id.name
        if line.since is None:
            return self.env._("No verified certificate of %s", level)
        if not row.prior_years:
            return self.env._("Holds %s", level)
        return self.env._(
            "%(need)s years since %(level)s (%(day)s); by the exam: %(have)s",
            need=row.prior_years,
            level=level,
            day=fields.Date.to_string(line.since),
            have=have,
        )
