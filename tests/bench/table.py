"""The bench's words and figures: from measured samples to a readable table."""

from dataclasses import dataclass
from statistics import median

# ms a person (of the year: a person and month); 5,000 people are tried in 30 s
AIMS = {"month": 2.0, "pay": 4.0, "year": 1.0, "trial": 6.0}
GROWTH_AIM = 1.2  # cost of a person at the largest number over that at the smallest
# part, its phases with their labels
PARTS = {
    "month": {
        "open": "open",
        "score": "score",
        "grade": "grade",
        "publish": "publish",
        "confirm": "confirm",
        "lock": "lock",
    },
    "pay": {"compute": "payslips", "approve": "approve", "lock pay": "lock"},
    "workbooks": {
        "month workbook": "month workbook",
        "register": "register workbook",
        "finance pack": "finance pack",
    },
    "year": {"year": "compute"},
    "trial": {"trial": "trial of a text"},
    # one training for everybody; 2,000 people are to take less than 30 s
    "training": {
        "enroll": "enroll",
        "start": "start",
        "sign in": "sign-in list",
        "close": "close",
    },
}
TITLES = {
    "month": "MONTH",
    "pay": "PAY",
    "workbooks": "WORKBOOKS",
    "year": "YEAR (a month)",
    "trial": "TRIAL",
    "training": "TRAINING",
}
WIDTHS = (22, 11, 11, 11, 12, 12)
HEADS = ("", "ms/person", "Python CPU", "SQL wait", "SQL/person", "statements")


@dataclass(frozen=True)
class Cost:
    """What something costs; figures of one person but for ``statements``."""

    ms: float
    cpu_ms: float
    sql_ms: float
    statements: float
    people: int

    def __add__(self, other):
        return Cost(
            self.ms + other.ms,
            self.cpu_ms + other.cpu_ms,
            self.sql_ms + other.sql_ms,
            self.statements + other.statements,
            self.people,
        )


def cost(samples, people):
    """The median of the samples of one phase, as measured for a number of people."""

    def middle(name):
        return median(sample[name] for sample in samples)

    return Cost(
        1000 * middle("seconds") / people,
        1000 * middle("cpu_seconds") / people,
        1000 * middle("sql_seconds") / people,
        middle("statements"),
        people,
    )


def part_cost(result, part):
    """The sum of a part's phases."""
    first, *others = (phase_cost(result, part, name) for name in PARTS[part])
    return sum(others, first)


def phase_cost(result, part, name):
    """A phase for one person; the year's for one person and month."""
    count = result["people"] * (result["months"] if part == "year" else 1)
    return cost(result["phases"][name], count)


def floor_ms(result, part):
    seconds, _rows = result["floor"][part]
    return 1000 * seconds / result["people"]


def stock_ms(result):
    return cost(result["stock"]["phases"]["wizard"], result["stock"]["paid"]).ms


def verdict(value, aim):
    """PASS or MISS beside the aim.

    >>> verdict(1.996, 2.0), verdict(2.01, 2.0)
    ('PASS (aim 2.00)', 'MISS (aim 2.00)')
    """
    return f"{'PASS' if value <= aim else 'MISS'} (aim {aim:.2f})"


def lines(results):
    """The whole report, a list of lines.

    :param results: one dict for each number of people, the smallest first
    """
    report = []
    for result in results:
        report += _one(result) + [""]
    report += _ratios(results)
    if len(results) > 1:
        report += ["", *_growth(results[0], results[-1])]
    return report


def _row(label, *figures):
    cells = [f"{label:<{WIDTHS[0]}}"]
    for width, figure in zip(WIDTHS[1:], figures, strict=False):
        cells.append(f"{figure:>{width}}")
    return "".join(cells).rstrip()


def _cost_row(label, it):
    return _row(
        label,
        f"{it.ms:.3f}",
        f"{it.cpu_ms:.3f}",
        f"{it.sql_ms:.3f}",
        f"{it.statements / it.people:.3f}",
        f"{it.statements:.0f}",
    )


def _one(result):
    people = result["people"]
    settled, paid = len(result["phases"]["open"]), len(result["phases"]["compute"])
    report = [
        f"{people:,} people, median of {settled} months, {paid} of them paid"
        f" (made in {result['build']:.1f} s)",
        _row(*HEADS),
        "-" * sum(WIDTHS),
    ]
    for part, phases in PARTS.items():
        for name, label in phases.items():
            report.append(_cost_row(f"  {label}", phase_cost(result, part, name)))
        report.append(_cost_row(TITLES[part], part_cost(result, part)))
        if part in result["floor"]:
            rows = result["floor"][part][1]
            text = f"{floor_ms(result, part):.3f}"
            report.append(_row("  plain SQL floor", text, "", "", "", f"{rows} rows"))
        if part == "pay":
            report.append(_stock_row(result["stock"]))
    return report


def _stock_row(stock):
    wizard = cost(stock["phases"]["wizard"], stock["paid"])
    row = _cost_row("  stock OCA wizard", wizard)
    return f"{row}  ({stock['paid']:,} people, {stock['agrees']})"


def _ratios(results):
    report = [_row("people", *(f"{result['people']:,}" for result in results))]
    for part, aim in AIMS.items():
        costs = [part_cost(result, part).ms for result in results]
        report.append(_row(f"{part} ms/person", *(f"{ms:.2f}" for ms in costs)))
        report[-1] += f"   {verdict(max(costs), aim)}"
        if part not in results[0]["floor"]:
            continue
        floors = [floor_ms(result, part) for result in results]
        ratios = [ms / floor for ms, floor in zip(costs, floors, strict=True)]
        report.append(_row(f"{part}: ours / floor", *(f"{r:.1f}" for r in ratios)))
    stock = [stock_ms(result) / part_cost(result, "pay").ms for result in results]
    report.append(_row("pay: stock / ours", *(f"{ratio:.1f}" for ratio in stock)))
    return report


def _growth(small, large):
    """Cost of a person at the largest number over that at the smallest."""
    report = [f"growth, {large['people']:,} over {small['people']:,} people"]
    for part in PARTS:
        most, least = part_cost(large, part), part_cost(small, part)
        ratio = most.ms / least.ms
        # tells growth from a machine that was busier in one of the two runs
        cpu = f"Python CPU {most.cpu_ms / least.cpu_ms:.2f}"
        report.append(_row(f"  {part}", f"{ratio:.2f}"))
        report[-1] += f"   {verdict(ratio, GROWTH_AIM)}, {cpu}"
    return report
