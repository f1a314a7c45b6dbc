"""人民币大写 of the oracle against cn2an and the spellings that banks ask for."""

import cn2an
import pytest

from tests.oracle.capital import capital, plain


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("10.05", "壹拾元零伍分"),
        ("1001.10", "壹仟零壹元壹角"),
        ("100000", "壹拾万元整"),
        ("1000010", "壹佰万零壹拾元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("456075.90", "肆拾伍万陆仟零柒拾伍元玖角"),
    ],
)
def test_amount_in_words(amount, words):
    assert capital(amount) == words


@pytest.mark.parametrize("step", [1, 97, 10_007, 1_000_003, 99_999_989])
def test_agrees_with_cn2an(step):
    for cents in range(0, step * 300, step):
        amount = f"{cents // 100}.{cents % 100:02d}"

        assert plain(capital(amount)) == plain(cn2an.an2cn(amount, "rmb"))


def test_spellings_of_one_amount_are_equal():
    spellings = ("人民币壹拾元零伍角整", "壹拾圆伍角", "壹拾元伍角正", "壹拾元伍角整")

    assert {plain(words) for words in spellings} == {"壹拾元伍角"}
