"""Exams from a question bank, on Odoo's survey."""

from . import (
    gov_exam_question,
    gov_exam_choice,
    gov_exam,
    gov_exam_part,
    gov_exam_flow,
    gov_exam_people,
    gov_exam_candidate,
    gov_exam_candidate_own,
    survey_survey,
    survey_question,
    survey_user_input,
    hr_employee_exam,
    hr_employee_training_facts,
)
