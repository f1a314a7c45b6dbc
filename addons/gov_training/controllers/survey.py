"""Pages of Odoo's survey, where an exam has to be stricter than a survey."""

from odoo import http
from odoo.http import request

from odoo.addons.survey.controllers.main import Survey

HOME = "/my/training/exams"


class ExamSurvey(Survey):
    """Each method leaves other surveys as they are."""

    def _prepare_survey_data(self, survey_sudo, answer_sudo, **post):
        """Odoo shows any question whose id is sent, also before the clock runs."""
        if survey_sudo._is_gov_exam() and "previous_page_id" in post:
            sent = str(post["previous_page_id"])
            own = answer_sudo.predefined_question_ids.ids
            running = answer_sudo.state == "in_progress"
            if not (running and sent.isdecimal() and int(sent) in own):
                post.pop("previous_page_id")
        return super()._prepare_survey_data(survey_sudo, answer_sudo, **post)

    @http.route()
    def survey_print(self, survey_token, review=False, answer_token=None, **post):
        """Odoo prints the questions before they are begun, for whoever has the link."""
        survey_sudo, _answer = self._fetch_from_access_token(survey_token, answer_token)
        own = survey_sudo.with_user(request.env.user)
        if survey_sudo and survey_sudo._is_gov_exam() and not own.has_access("read"):
            return request.redirect(HOME)
        return super().survey_print(survey_token, review, answer_token, **post)

    @http.route()
    def survey_retry(self, survey_token, answer_token, **post):
        """A retake is started from the own list, where attempts are counted."""
        survey_sudo, _answer = self._fetch_from_access_token(survey_token, answer_token)
        if survey_sudo and survey_sudo._is_gov_exam():
            return request.redirect(HOME)
        return super().survey_retry(survey_token, answer_token, **post)
