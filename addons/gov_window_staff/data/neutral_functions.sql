-- What the neutralize.sql of these addons share. Odoo runs those scripts in no fixed
-- order, so invented data must follow from the key of a person alone: an employee's is
-- its id, an applicant's, candidate's or contact's an id with a distance added.
-- Installed with the addon (models/base/gov_neutral.py); nothing calls them before.

-- 40 surnames, 40 first and 40 second characters; 7919 has no divisor with 64000 in
-- common, so 64,000 people have different names and neighbours do not look alike
CREATE OR REPLACE FUNCTION gov_neutral_name(key bigint) RETURNS varchar
LANGUAGE sql IMMUTABLE AS $$
    SELECT substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
                  1 + (mixed / 1600)::int, 1)
        || substr('安柏昌承存德定方丰广桂恒弘怀嘉建景靖可良茂明宁培启庆仁荣瑞尚思泰文熙心雅永雨远泽',
                  1 + (mixed / 40 % 40)::int, 1)
        || substr('川帆风枫谷海禾荷虹湖花佳江菊兰乐莲林岭流露梅萌南宁鹏平萍青泉山杉松桐溪霞星雪杨竹',
                  1 + (mixed % 40)::int, 1)
      FROM (SELECT key * 7919 % 64000 AS mixed) AS m
$$;

CREATE OR REPLACE FUNCTION gov_neutral_staff_no(key bigint) RETURNS varchar
LANGUAGE sql IMMUTABLE AS $$ SELECT 'PX' || lpad(key::text, 6, '0') $$;

-- ages and retirement count in months: the month stays, the day is invented
CREATE OR REPLACE FUNCTION gov_neutral_birthday(key bigint, birthday date) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
    SELECT date_trunc('month', birthday)::date + (key / 500 % 28)::int
$$;

-- Valid and unique, and nobody's: no area code begins with 99. 500 numbers a sex and
-- day, 28 days a month, then the next area. The 17th digit is odd for men; month of
-- birth and sex are those of the old number. Other papers have no common form.
CREATE OR REPLACE FUNCTION gov_neutral_document(key bigint, old varchar) RETURNS varchar
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN old IS NULL OR old = '' THEN old
        WHEN old !~ '^\d{6}(19|20)\d\d(0[1-9]|1[012])\d{5}[\dX]$'
            THEN 'E' || lpad(key::text, 8, '0')
        ELSE (SELECT first17 || substr('10X98765432',
                         1 + (sum(weight * substr(first17, place::int, 1)::int) % 11)::int, 1)
                FROM (SELECT '99' || lpad((key / 14000 % 10000)::text, 4, '0')
                          || to_char(gov_neutral_birthday(
                                 key, to_date(substr(old, 7, 6) || '01', 'YYYYMMDD')), 'YYYYMMDD')
                          || lpad((key % 500 * 2 + substr(old, 17, 1)::int % 2)::text, 3, '0')
                          AS first17) AS n
               CROSS JOIN unnest(ARRAY[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
                     WITH ORDINALITY AS w(weight, place)
               GROUP BY first17)
    END
$$;

-- 19 digits that pass the Luhn check, of an issuer that does not exist
CREATE OR REPLACE FUNCTION gov_neutral_card(key bigint) RETURNS varchar
LANGUAGE sql IMMUTABLE AS $$
    SELECT first18 || (10 - sum(CASE WHEN place % 2 = 1 THEN digit
                                     WHEN digit > 4 THEN digit * 2 - 9
                                     ELSE digit * 2 END) % 10) % 10
      FROM (SELECT '6200000' || lpad(key::text, 11, '0') AS first18) AS n
     CROSS JOIN generate_series(1, 18) AS place
     CROSS JOIN LATERAL (SELECT substr(first18, place, 1)::int AS digit) AS d
     GROUP BY first18
$$;

CREATE OR REPLACE FUNCTION gov_neutral_phone(key bigint) RETURNS varchar
LANGUAGE sql IMMUTABLE AS $$ SELECT '199' || lpad((key % 100000000)::text, 8, '0') $$;

-- .invalid is reserved: no mail can be delivered
CREATE OR REPLACE FUNCTION gov_neutral_email(key bigint) RETURNS varchar
LANGUAGE sql IMMUTABLE AS $$ SELECT 'person' || key || '@training.invalid' $$;

-- What a column of text becomes, as a piece of SQL. People's snapshots follow the
-- person; anything else loses its words.
CREATE OR REPLACE FUNCTION gov_neutral_expression(
    field text, kind text, type text, is_required boolean, is_unique boolean,
    is_translated boolean, has_person boolean
) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN type = 'bytea' THEN CASE WHEN is_required THEN '''''::bytea' ELSE 'NULL' END
        WHEN is_translated THEN format('jsonb_build_object(''en_US'', %L)', '（已脱敏）')
        WHEN type IN ('json', 'jsonb') THEN
            CASE WHEN is_required THEN '''{}''::' || type ELSE 'NULL' END
        WHEN kind IS NULL AND NOT is_required THEN 'NULL'
        WHEN has_person AND field IN ('person_name', 'gov_person_name', 'signed_name')
            THEN 'gov_neutral_name(employee_id)'
        WHEN has_person AND field IN ('staff_no', 'gov_staff_no')
            THEN 'gov_neutral_staff_no(employee_id)'
        WHEN is_unique THEN '''脱敏-'' || id'
        WHEN field ~ '(token|secret|password|url|link)' AND NOT is_required THEN 'NULL'
        WHEN field ~ '(phone|mobile)' THEN format('gov_neutral_phone(%s)',
            CASE WHEN has_person THEN 'employee_id' ELSE '80000000 + id % 20000000' END)
        WHEN field ~ 'e?mail' THEN format('gov_neutral_email(%s)',
            CASE WHEN has_person THEN 'employee_id' ELSE '80000000 + id % 20000000' END)
        WHEN kind = 'html' THEN '''<p>（培训副本，原文已去除）</p>'''
        WHEN kind = 'text' THEN '''（培训副本，原文已去除）'''
        ELSE '''（已脱敏）'''
    END
$$;

-- The rule for everything nobody wrote a statement for, one UPDATE a table: whatever
-- is text, JSON or bytes of a model's table is replaced unless it is kept by name.
-- A new field, a field made on the screen and a column left by a removed module are
-- replaced too, so what is forgotten is lost in the copy, not shown in it.
--
-- owner: the addon whose fields these are; the base addon also takes Odoo's, OCA's and
--        those of nobody. kept: LIKE patterns of model/field.
CREATE OR REPLACE FUNCTION gov_neutral_columns(owner text, kept text[])
RETURNS TABLE (relation regclass, field text, expression text, length integer)
LANGUAGE sql STABLE AS $$
    SELECT c.oid::regclass, a.attname::text,
           gov_neutral_expression(
               a.attname::text, f.ttype::text, t.typname::text, a.attnotnull,
               EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid
                           AND i.indisunique AND a.attnum = ANY (i.indkey)),
               t.typname = 'jsonb' AND f.translate IS NOT NULL,
               EXISTS (SELECT FROM pg_constraint k
                         JOIN pg_attribute e ON e.attrelid = c.oid AND e.attnum = ANY (k.conkey)
                        WHERE k.conrelid = c.oid AND k.contype = 'f'
                          AND k.confrelid = 'hr_employee'::regclass
                          AND e.attname = 'employee_id')),
           CASE WHEN a.atttypmod > 4 AND t.typname = 'varchar' THEN a.atttypmod - 4 END
      FROM ir_model m
      JOIN pg_class c ON c.relname = replace(m.model, '.', '_') AND c.relkind = 'r'
                     AND c.relnamespace = current_schema::regnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
       AND t.typname IN ('varchar', 'text', 'bpchar', 'json', 'jsonb', 'bytea')
      LEFT JOIN ir_model_fields f ON f.model_id = m.id AND f.name = a.attname AND f.store
      LEFT JOIN LATERAL (SELECT d.module FROM ir_model_data d
                          WHERE d.model = 'ir.model.fields' AND d.res_id = f.id
                          ORDER BY d.id LIMIT 1) AS home ON TRUE
     WHERE NOT m.transient
       AND (f.id IS NULL OR f.ttype NOT IN ('selection', 'reference', 'many2one_reference'))
       AND CASE WHEN home.module LIKE 'gov\_%' THEN home.module = owner
                ELSE owner = 'gov_window_staff' END
       AND NOT m.model || '/' || a.attname LIKE ANY (kept)
$$;

CREATE OR REPLACE FUNCTION gov_neutralize(owner text, kept text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    statement text;
BEGIN
    -- nobody calls this on the real database by mistake
    IF current_setting('gov.neutralize', TRUE) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'Only data/neutralize.sql calls this, on a copy of a database.';
    END IF;
    FOR statement IN
        SELECT format('UPDATE %s SET %s WHERE %s', relation,
                   string_agg(format(
                       '%1$I = CASE WHEN coalesce(%1$I::text, '''') = '''' THEN %1$I ELSE %2$s END', field,
                       CASE WHEN length IS NULL THEN expression
                            ELSE format('left(%s, %s)', expression, length) END), ', '),
                   string_agg(format('coalesce(%I::text, '''') <> ''''', field), ' OR '))
          FROM gov_neutral_columns(owner, kept)
         GROUP BY relation
    LOOP
        EXECUTE statement;
    END LOOP;
END
$$;
