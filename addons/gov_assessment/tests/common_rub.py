"""Builders for rule-sets of other places, from records alone."""

from .common import AssessmentCommon

PLAIN_GRADES = [{"name": "合格", "code": "pass", "standing": "fair"}]


class RuleSetCommon(AssessmentCommon):
    """A rubric of this county with whatever text a place has."""

    @classmethod
    def new_rule_set(cls, categories, items, grades=None, **vals):
        """A text in force in the county of these tests.

        :param categories: {code: full mark, None for bonus points} or values
        :param items: {code: points, a range as (least, most), or values}; the
            category is what stands before the first dot
        :param grades: values of gov.rubric.grade, best first; the last takes all
        """
        rubric = cls.env["gov.rubric"].create(
            {"name": "本地办法", "code": "LOCAL", "department_id": cls.county.id}
        )
        version = cls.env["gov.rubric.version"].create(
            {
                "rubric_id": rubric.id,
                "date_from": "2025-01-01",
                "category_ids": cls._rows(categories, cls._category),
                "grade_ids": cls._grades(grades or PLAIN_GRADES),
                **vals,
            }
        )
        groups = {category.code: category for category in version.category_ids}
        cls.env["gov.rubric.item"].create(
            [
                {
                    "category_id": groups[code.split(".")[0]].id,
                    "code": code,
                    "name": code,
                    **cls._item(value),
                }
                for code, value in items.items()
            ]
        )
        version.invalidate_recordset()
        version.action_put_in_force()
        cls.version = version
        return version

    @classmethod
    def _rows(cls, table, read):
        return [
            (0, 0, {"code": code, "name": code, "sequence": n, **read(value)})
            for n, (code, value) in enumerate(table.items())
        ]

    @staticmethod
    def _category(value):
        if isinstance(value, dict):
            return value
        return {"is_bonus": True} if value is None else {"full_mark": value}

    @staticmethod
    def _item(value):
        if isinstance(value, dict):
            return value
        if isinstance(value, tuple):
            return {"kind": "range", "points_min": value[0], "points_max": value[1]}
        return {"points": value}

    @staticmethod
    def _grades(grades):
        last = {"has_threshold": False, "has_quota": False}
        rows = [*grades[:-1], {**grades[-1], **last}]
        return [(0, 0, {"sequence": n, **row}) for n, row in enumerate(rows)]
