"""The size budget: 300 lines a file, 40 a function, and this checkout keeps it."""

from govhr import sizes


def function(lines):
    return "def f():\n" + "    x = 1\n" * (lines - 1)


def test_the_limits_themselves_are_allowed():
    assert sizes.check_file("x.py", function(40)) == []
    assert sizes.check_file("x.py", "x = 1\n" * 300) == []


def test_one_line_more_is_not():
    assert sizes.check_file("x.py", function(41)) == [
        "x.py:1: f has 41 lines, 40 at most"
    ]
    assert sizes.check_file("x.py", "x = 1\n" * 301) == ["x.py: 301 lines, 300 at most"]


def test_methods_and_inner_functions_count_too():
    method = "class A:\n" + "".join(f"    {x}\n" for x in function(41).splitlines())

    assert len(sizes.check_file("x.py", method)) == 1


def test_tests_and_migrations_are_left_out(tmp_path):
    for folder in ("tests", "migrations/19.0.1.1.0", "models"):
        (tmp_path / "addons/gov_x" / folder).mkdir(parents=True)
        (tmp_path / "addons/gov_x" / folder / "x.py").write_text(function(41))
    (tmp_path / "config").mkdir()

    assert sizes.check(tmp_path) == [
        "addons/gov_x/models/x.py:1: f has 41 lines, 40 at most"
    ]


def test_this_checkout_keeps_the_budget():
    assert sizes.check() == []
