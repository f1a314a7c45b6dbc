"""Turns what a province and a small county cost into a table; plain arithmetic."""

from tests.bench.table import GROWTH_AIM, cost, verdict

# part: its phases, in their order
PARTS = {
    "month": ("open", "score", "grade", "publish", "confirm", "lock"),
    "pay": ("readiness", "compute", "approve", "lock pay"),
    "workbooks": ("month workbook", "register", "finance pack"),
}
HEADS = (
    "",
    "all, s",
    "ms/person",
    "Python CPU",
    "SQL/person",
    "MB",
    "1,000: ms",
    "SQL",
    "ratio",
)
WIDTHS = (18, 9, 11, 12, 12, 7, 11, 8, 8)


def lines(small, large):
    """The report, a list of lines.

    :param small: result of the small counties, see ``scale.py``
    :param large: result of the province
    """
    report = [
        f"{_everybody(large):,} people in {large['counties']} counties of"
        f" {large['people']:,}; made in {large['build']['seconds']:.0f} s,"
        f" {large['build']['peak']:.0f} MB at most",
        f"beside them: {small['counties']} counties of {small['people']:,}; medians",
        "",
        _row(HEADS),
        "-" * sum(WIDTHS),
    ]
    for part, phases in PARTS.items():
        report += [_phase(f"  {name}", (name,), small, large) for name in phases]
        report.append(_phase(part.upper(), phases, small, large))
    return [*report, "", *_verdicts(small, large), *_jobs(large)]


def _everybody(result):
    return result["people"] * result["counties"]


def _phase(label, phases, small, large):
    samples = [sample for name in phases for sample in large["phases"][name]]
    most, least = _cost(large, phases), _cost(small, phases)
    return _row(
        (
            label,
            f"{sum(sample['seconds'] for sample in samples):.1f}",
            f"{most.ms:.3f}",
            f"{most.cpu_ms:.3f}",
            f"{most.statements / most.people:.3f}",
            f"{max(sample['peak'] for sample in samples):.0f}",
            f"{least.ms:.3f}",
            f"{least.statements / least.people:.3f}",
            f"{most.ms / least.ms:.2f}",
        )
    )


def _cost(result, phases):
    """Of one person, the median of the counties of each phase."""
    first, *others = (cost(result["phases"][name], result["people"]) for name in phases)
    return sum(others, first)


def _verdicts(small, large):
    """Cost of a person in the province over that in a county of 1,000."""
    report = []
    for part, phases in PARTS.items():
        most, least = _cost(large, phases), _cost(small, phases)
        ratio = most.ms / least.ms
        # tells growth from a machine that was busier in one of the two runs
        cpu = f"Python CPU {most.cpu_ms / least.cpu_ms:.2f}"
        sql = (most.statements / most.people) / (least.statements / least.people)
        report.append(
            f"{part + ': a person here over one of 1,000':<44}{ratio:5.2f}   "
            f"{verdict(ratio, GROWTH_AIM)}, {cpu}, SQL {sql:.2f}"
        )
    return report


def _jobs(large):
    jobs, peak = large["jobs"], _peak(large)
    seconds = sum(s["seconds"] for phase in large["phases"].values() for s in phase)
    return [
        f"jobs: {jobs['done']:,}, the longest {max(jobs['s']):.1f} s;"
        f" memory at most {peak:.0f} MB; database {large['database']:,.0f} MB",
        f"altogether {large['build']['seconds'] + seconds:.0f} s",
    ]


def _peak(result):
    return max(s["peak"] for phase in result["phases"].values() for s in phase)


def _row(cells):
    label, *figures = cells
    row = f"{label:<{WIDTHS[0]}}"
    for width, figure in zip(WIDTHS[1:], figures, strict=True):
        row += f"{figure:>{width}}"
    return row
