"""What ``make test`` runs: the test processes, their addons, tags and databases."""

import subprocess
import sys
from dataclasses import dataclass, field

from . import database, manifests, odoo_cli, paths, results, templates
from .errors import Stop

# A test database may lose its last second in a crash: nobody misses it.
FAST = {"PGOPTIONS": "-c synchronous_commit=off"}
PYTEST = ["-m", "pytest", "-q", "-p", "govhr.pytest_results"]


@dataclass
class Job:
    """One test process with its log and its results."""

    name: str
    command: list
    addons: tuple = ()  # of an Odoo job
    tags: str = ""  # TAGS of the command line: then an addon may stay silent
    database: str = ""
    process: subprocess.Popen = None
    status: int = None
    problems: list = field(default_factory=list)

    @property
    def log(self):
        return paths.log_file(f"test-{self.name}")

    @property
    def results_file(self):
        return self.log.with_suffix(".jsonl")

    def results(self):
        return results.read(self.results_file)

    def start(self):
        self.results_file.unlink(missing_ok=True)
        env = odoo_cli.environment(**FAST, **{results.VARIABLE: str(self.results_file)})
        with open(self.log, "wb") as handle:
            self.process = subprocess.Popen(
                self.command, cwd=paths.CHECKOUT, env=env, stdin=subprocess.DEVNULL,
                stdout=handle, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def is_over(self):
        if self.status is None and self.process:
            self.status = self.process.poll()
        return self.status is not None


def select_addons(wanted):
    """The addons named by ADDON=a,b, all without it."""
    known = list(manifests.read_all())
    chosen = [x for x in wanted.replace(" ", ",").split(",") if x] or known
    unknown = sorted(set(chosen) - set(known))
    if unknown or not chosen:
        raise Stop(
            f"no such addon: {', '.join(unknown) or 'none at all'} / 没有这个模块"
        )
    return chosen


def test_tags(addons, tags):
    """Odoo's --test-tags. A tag that starts with : or . is looked for in each addon."""
    wanted = [x for x in tags.replace(" ", ",").split(",") if x]
    if not wanted:
        return ",".join(f"/{addon}" for addon in addons)
    full = []
    for tag in wanted:
        is_partial = tag.startswith((":", "."))
        full += [f"/{addon}{tag}" for addon in addons] if is_partial else [tag]
    return ",".join(full)


def has_tests(addon, folder=None):
    return any(((folder or paths.ADDONS) / addon / "tests").glob("test_*.py"))


def longest_first(addons):
    """By the size of their tests, which a clean clone knows too."""

    def size(addon):
        return sum(x.stat().st_size for x in (paths.ADDONS / addon).rglob("tests/*.py"))

    return sorted(addons, key=size, reverse=True)


def odoo_jobs(addons, tags):
    """One process and database an addon; one for all where few tests are asked for."""
    tested = longest_first(addon for addon in addons if has_tests(addon))
    groups = [tested] if tags else [[addon] for addon in tested]
    template = templates.ensure_full(bundled=not tags) if tested else ""
    return [
        _odoo_job(n, group, tags, template)
        for n, group in enumerate(groups, 1)
        if group
    ]


def _odoo_job(number, addons, tags, template):
    name = database.work_name("test", number)
    database.clone(template, name)
    arguments = [
        f"--test-tags={test_tags(addons, tags)}",
        "--stop-after-init",
        f"--http-port={odoo_cli.free_port(8100 + 50 * number)}",
        "--max-cron-threads=0",
        f"--screenshots={paths.SCREENSHOTS}",
    ]
    command = odoo_cli.server_command(name, *arguments, module="govhr.inside_tests")
    label = "odoo" if tags else addons[0]
    return Job(label, command, tuple(addons), tags, name)


def pytest_jobs(addons, everything):
    """The rules of the chosen addons; the root tests only in a full run."""
    rules = [paths.ADDONS / addon / "rules" for addon in addons]
    rules = [x for x in rules if x.is_dir()]
    rules += [x.parent / "tests" / "rules" for x in rules]
    rules = [str(x) for x in rules if x.is_dir()]
    jobs = []
    if everything and any(paths.TESTS.rglob("test_*.py")):
        jobs.append(Job("root", [sys.executable, *PYTEST, str(paths.TESTS)]))
    if rules:
        jobs.append(
            Job("rules", [sys.executable, *PYTEST, "--doctest-modules", *rules])
        )
    return jobs
