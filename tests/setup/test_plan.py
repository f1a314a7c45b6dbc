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


def test_the_two_groups_take_about_the_same_time():
    seconds = {"a": 100.0, "b": 60.0, "c": 50.0, "d": 1.0}

    groups = plan.split_in_two(["a", "b", "c", "d"], seconds)

    assert groups == [["a", "d"], ["b", "c"]]


def test_one_addon_makes_one_group():
    assert plan.split_in_two(["a"], {}) == [["a"]]


def test_every_addon_lands_in_exactly_one_group():
    addons = ["a", "b", "c", "d", "e"]

    groups = plan.split_in_two(addons, {"a": 1.0})

    assert sorted(sum(groups, [])) == addons
