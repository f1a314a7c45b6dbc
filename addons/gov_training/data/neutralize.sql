-- A copy for training, see gov_window_staff/data/neutralize.sql.
SET LOCAL gov.neutralize = 'on';

-- whoever has the secret signs people in
DELETE FROM gov_training_sign_code;

-- What nobody's privacy depends on: vocabularies, rules, questions, and the names of
-- courses and exams. What is said about people and sessions is replaced.
SELECT gov_neutralize('gov_training', ARRAY[
    '%/code',
    'gov.certification.check/text', 'gov.certification.exam/name',
    'gov.certification.exam/organiser', 'gov.exam/name', 'gov.exam.choice/%',
    'gov.exam.question/%', 'gov.induction.policy%', 'gov.mentoring.policy%',
    'gov.training.base/name', 'gov.training.category/%', 'gov.training.duty%',
    'gov.training.form/%', 'gov.training.incident.kind/%', 'gov.training.incident/rank',
    'gov.training.kind/%', 'gov.training.plan/name', 'gov.training.plan/reference',
    'gov.training.plan.line/name', 'gov.training.series/name', 'gov.training.session/name',
    'gov.training.session.date/name', 'gov.training.topic/%'
]);
