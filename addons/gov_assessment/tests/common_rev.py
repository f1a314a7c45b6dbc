"""Builders for the tests of the handling of reviews."""

from datetime import date, datetime

from odoo.addons.gov_window_staff.tests.common import HR_OFFICER

from .common import AssessmentCommon

# Monday after the holidays; 2026-10-10 is a Saturday that is worked
TODAY = date(2026, 10, 12)
NOW = "2026-10-12 02:00:00"


class ReviewCommon(AssessmentCommon):
    """A person of the town, a second officer, and reviews at any step."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.other_officer = cls.new_user("other_officer", HR_OFFICER)
        cls.reviews = cls.env["gov.service.review"]

    @classmethod
    def bad_review(cls, person=None, at=datetime(2026, 10, 10, 2), **vals):
        """A bad review that nobody has looked at."""
        person = person or cls.person
        vals = {"verdict": False, "received_on": TODAY, **vals}
        return cls.new_review(person, at, **vals)

    def verified(self, verdict="true", kind="at_once", **vals):
        """A review with a verdict of the officer."""
        review = self.bad_review(**vals)
        own = review.with_user(self.officer)
        own._verify(verdict, "called the citizen", kind)
        return review

    def at_step(self, state, **vals):
        """A review that was found true, taken on to a state by the site."""
        review = self.verified(**vals)
        own = review.with_user(self.site_officer)
        steps = {
            "rectified": lambda: own._rectify("explained the list"),
            "fed_back": lambda: own._feed_back("phone", "told so"),
            "visited": lambda: own._visit("phone", "satisfied", rerating="4"),
            "closed": lambda: review.with_user(self.officer).action_close(),
        }
        for name, take in steps.items():
            if review.state == state:
                break
            take()
            self.assertEqual(review.state, name)
        return review

    def new_volume(self, person, cases, month=date(2026, 10, 1)):
        return self.env["gov.service.volume"].create(
            {"employee_id": person.id, "date": month, "cases": cases}
        )
