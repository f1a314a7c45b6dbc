"""What `make test` runs for ADDON and TAGS, and how it is shared out."""

import pytest
from govhr import plan
from govhr.errors import Stop


@pytest.fixture
def known(monkeypatch):
    names = dict.fromkeys(["gov_training", "gov_window_staff"], {"depends": []})
    monkeypatch.setattr(plan.manifests, "read_all", lambda: names)


def test_all_addons_are_tested_by_default(known):
    assert plan.select_addons("") == ["gov_training", "gov_window_staff"]


@pytest.mark.parametrize("text", ["gov_training", " gov_training ,", "gov_training,"])
def test_an_addon_is_chosen_by_name(known, text):
    assert plan.select_addons(text) == ["gov_training"]


def test_an_unknown_addon_is_refused_by_name(known):
    with pytest.raises(Stop, match="gov_trianing"):
        plan.select_addons("gov_training,gov_trianing")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("", "/gov_a,/gov_b"),
        (":TestX", "/gov_a:TestX,/gov_b:TestX"),
        (":TestX.test_y", "/gov_a:TestX.test_y,/gov_b:TestX.test_y"),
        (".test_y", "/gov_a.test_y,/gov_b.test_y"),
        ("/gov_c:TestZ,post_install", "/gov_c:TestZ,post_install"),
    ],
)
def test_tags_are_looked_for_in_the_chosen_addons(tags, expected):
    assert plan.test_tags(["gov_a", "gov_b"], tags) == expected


def test_the_addon_with_most_tests_begins(tmp_path, monkeypatch):
    monkeypatch.setattr(plan.paths, "ADDONS", tmp_path)
    for addon, text in (("a", "1"), ("b", "1" * 9), ("c", "1" * 5)):
        (tmp_path / addon / "tests").mkdir(parents=True)
        (tmp_path / addon / "tests" / "test_x.py").write_text(text)

    assert plan.longest_first(["a", "b", "c"]) == ["b", "c", "a"]
