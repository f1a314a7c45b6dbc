-- A copy for training, see gov_window_staff/data/neutralize.sql.
SET LOCAL gov.neutralize = 'on';

-- numbers of notices, interviews and appeals are drawn by county and year, of cases and
-- reviews by systems of the county: a copy shows where a number stands, not whose it is
UPDATE gov_service_review SET number = 'PX' || id,
       case_number = CASE WHEN coalesce(case_number, '') <> '' THEN 'PX' || id END;
UPDATE gov_visitor_note SET case_number = CASE WHEN case_number IS NOT NULL THEN 'PX' || id END;

-- What nobody's privacy depends on: texts of the rules, times of day, results in figures
-- and the numbers of papers. What is said about people, and what citizens say, is replaced.
SELECT gov_neutralize('gov_assessment', ARRAY[
    '%/code',
    -- handled above
    'gov.service.review/number', '%/case\_number',
    -- rules and vocabularies
    'gov.appraisal.correction.line/grade\_name%', 'gov.attendance.policy%',
    'gov.duty.kind/%', 'gov.follow.letter/name', 'gov.follow.letter/number\_pattern',
    'gov.follow.letter/reference', 'gov.follow.letter/body', 'gov.honour.kind/%',
    'gov.honour.campaign/name', 'gov.patrol.measure/name', 'gov.patrol.policy%',
    'gov.review.indicator/%', 'gov.review.policy%', 'gov.rubric%', 'gov.service.rule/%',
    'gov.training.trigger/%', 'gov.violation.class/%',
    'gov.service.review/item\_code', 'gov.service.review/item\_name',
    -- figures and times
    'gov.appraisal/category\_scores', 'gov.annual.appraisal/months',
    'gov.annual.appraisal/marks', 'gov.appraisal.chunk/record\_ids',
    'gov.annual.round/bonus\_reference', 'gov.attendance.day/am\_%',
    'gov.attendance.day/pm\_%',
    -- numbers of papers
    'gov.appeal/name', 'gov.criticism.notice/name', 'gov.interview/name',
    'gov.supervision/name', 'gov.opinion/name'
]);
