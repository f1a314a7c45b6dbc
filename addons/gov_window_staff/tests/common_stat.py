"""Builders for the tests of statistics, structure table and periodic reports."""

from datetime import date

from .common import MODULE

LIAISON = f"{MODULE}.group_liaison"
TODAY = "2026-11-22"  # a Sunday; the working day before is 20 November

# 001: 工作人员470余人,其中管理层9人,…其他单位10人;临聘人员180人;女性214人;党员150人
PANZHIHUA = {"total": 470, "management": 9, "other_unit": 10}
TEMPORARY, WOMEN, PARTY = 180, 214, 150


class StatisticMixin:
    """Needs `WindowStaffCommon`."""

    @classmethod
    def statistic(cls, user=None, **context):
        """The statistics as a user sees them."""
        model = cls.env["gov.staff.statistic"].with_context(**context)
        return model.with_user(user) if user else model

    def sums(self, day, *measures, domain=(), **context):
        """Sums of measures in the month that ends on a day."""
        found = self.statistic(**context)._read_group(
            [("date", "=", day), *domain],
            [],
            [f"{measure}:sum" for measure in measures],
        )[0]
        return tuple(value or 0 for value in found)

    @classmethod
    def temporary_type(cls):
        """The staffing type that counts as 临聘."""
        return cls.env.ref(f"{MODULE}.contract_type_off_quota")

    @classmethod
    def move(cls, person, day, **vals):
        """A new version of a person's facts from a day on."""
        return person.create_version({"date_version": day, **vals})

    @classmethod
    def new_crowd(cls, total=470, **vals):
        """Many people at once, with the shares of 001's table; set-wise, quickly."""
        positions = ["management"] * 9 + ["other_unit"] * 10
        civil = cls.env.ref(f"{MODULE}.contract_type_civil_servant")
        return (
            cls.env["hr.employee"]
            .with_context(tracking_disable=True)
            .create(
                [
                    {
                        "name": f"人员{n}",
                        "gov_staff_no": f"PZ{n:04d}",
                        "department_id": cls.town.id,
                        "gov_entry_date": "2014-01-06",
                        "date_version": "2014-01-06",
                        "gov_position": (positions + ["window"])[min(n, 19)],
                        # the temporary staff are not among the managers
                        "contract_type_id": (
                            cls.temporary_type() if n >= total - TEMPORARY else civil
                        ).id,
                        "sex": "female" if n % 2 == 0 and n < 2 * WOMEN else "male",
                        "gov_political_status": (
                            ("01" if n % 3 else "02") if n < PARTY else "13"
                        ),
                        **vals,
                    }
                    for n in range(total)
                ]
            )
        )


def day(text):
    """A date from its ISO form."""
    return date.fromisoformat(text)
