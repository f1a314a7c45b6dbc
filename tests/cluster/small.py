"""Small counties of their own: what is done there disturbs nobody."""

from dataclasses import dataclass, field
from datetime import date

from tests.bench import facts

FIRST = date(2025, 11, 1)  # day of the month that is settled and paid
ENTRY = "2024-03-01"
SITES = ("code", "name", "level", "parent_code")
ROSTER = (
    "staff_no",
    "name",
    "identification",
    "site_code",
    "contract_type",
    "education",
    "entry_date",
    "wage",
    "bank",
    "bank_account",
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass
class County:
    """A county centre with its people, and what becomes of it."""

    code: str
    size: int
    id: int = 0
    documents: dict = field(default_factory=dict)  # {kind: id}

    def staff_numbers(self):
        return [f"{self.code}{number:03d}" for number in range(1, self.size + 1)]

    def roster(self):
        """Rows of 花名册.xlsx."""
        place = int(self.code[1:])
        return [
            [
                staff_no,
                facts.SURNAMES[number % len(facts.SURNAMES)] + "同时",
                identity(place * 60 + number),
                self.code,
                "事业编制",
                "本科",
                ENTRY,
                str(3000 + number),
                "示例银行",
                f"62299900{place:03d}{number:05d}",
            ]
            for number, staff_no in enumerate(self.staff_numbers(), 1)
        ]


def identity(serial):
    """An ID number of nobody, with the right check digit."""
    text = f"999999199001{1 + serial // 999:02d}{serial % 999:03d}"
    total = sum(
        int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=True)
    )
    return text + "10X98765432"[total % 11]


def sites(counties):
    """Rows of 机构.xlsx."""
    return [[c.code, f"同时县{c.code}政务服务中心", "县中心", ""] for c in counties]
