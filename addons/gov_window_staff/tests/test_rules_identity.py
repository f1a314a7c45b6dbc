"""公民身份号码 (GB 11643-1999) and the masking of personal data."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.identity import (
    birthday_of,
    check_character,
    identity_problem,
    is_mobile_phone,
    mask,
    mask_number,
    passes_luhn,
    sex_of,
)

QUICK = settings(database=None, deadline=None, derandomize=True, max_examples=60)

VALID = "11010519491231002X"  # the example of the standard itself

first_digits = st.builds(
    "{}{:%Y%m%d}{:03d}".format,
    st.integers(110000, 659999),
    st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    st.integers(0, 999),
)


class TestIdentityRules(BaseCase):
    def test_example_of_the_standard_is_valid(self):
        self.assertIsNone(identity_problem(VALID))

    @QUICK
    @given(first_digits)
    def test_any_17_digits_with_their_check_character_pass(self, first17):
        self.assertIsNone(identity_problem(first17 + check_character(first17)))

    @QUICK
    @given(first_digits, st.integers(0, 16), st.integers(1, 9))
    def test_any_changed_digit_fails(self, first17, place, step):
        changed = str((int(first17[place]) + step) % 10)
        number = first17[:place] + changed + first17[place + 1 :]

        self.assertIsNotNone(identity_problem(number + check_character(first17)))

    @QUICK
    @given(first_digits, st.integers(0, 15))
    def test_two_swapped_neighbours_fail(self, first17, place):
        a, b = first17[place], first17[place + 1]
        swapped = first17[:place] + b + a + first17[place + 2 :]
        problem = identity_problem(swapped + check_character(first17))

        self.assertEqual(problem is None, a == b)

    def test_numbers_of_another_shape_are_named_so(self):
        shapes = [
            "",
            "1234",
            VALID[:15],
            VALID + "1",
            VALID[:17] + "x",
            "0" + VALID[1:],
        ]
        for number in [*shapes, "11010519491231O02X", "1101051949123100２X"]:
            with self.subTest(number=number):
                self.assertEqual(identity_problem(number), "shape")

    def test_birthdays_that_do_not_exist_are_named_so(self):
        for birthday in ("19490230", "19491301", "20250229", "00000101"):
            first17 = f"110105{birthday}002"
            with self.subTest(birthday=birthday):
                number = first17 + check_character(first17)
                self.assertEqual(identity_problem(number), "birthday")

    def test_birthday_after_today_is_refused(self):
        first17 = "11010520261101002"
        number = first17 + check_character(first17)

        self.assertEqual(identity_problem(number, date(2026, 10, 31)), "birthday")
        self.assertIsNone(identity_problem(number, date(2026, 11, 1)))

    def test_wrong_check_character_is_named_so(self):
        for character in "0123456789":
            with self.subTest(character=character):
                self.assertEqual(identity_problem(VALID[:17] + character), "checksum")

    def test_birthday_and_sex_are_read_from_the_number(self):
        self.assertEqual(birthday_of(VALID), date(1949, 12, 31))
        self.assertEqual(sex_of(VALID), "female")
        self.assertEqual(sex_of("110105194912310011"), "male")


class TestOtherNumbers(BaseCase):
    def test_mobile_phones_begin_with_13_to_19(self):
        cases = {
            "13000000000": True,
            "19999999999": True,
            "12900000000": False,
            "20000000000": False,
            "1380000000": False,
            "138000000000": False,
            "0517-8231000": False,
            "": False,
        }
        for number, expected in cases.items():
            with self.subTest(number=number):
                self.assertEqual(is_mobile_phone(number), expected)

    @QUICK
    @given(st.integers(10**14, 10**18))
    def test_exactly_one_last_digit_passes_the_card_check(self, body):
        passing = [digit for digit in range(10) if passes_luhn(f"{body}{digit}")]

        self.assertEqual(len(passing), 1)


class TestMasks(BaseCase):
    def test_id_number_is_not_put_together_from_birthday_and_county(self):
        shown = mask_number(VALID)

        self.assertEqual(shown, "110**************X")
        for hidden in (VALID[6:14], VALID[14:17]):
            self.assertNotIn(hidden, shown)

    def test_phone_shows_its_first_3_and_last_4(self):
        self.assertEqual(mask("13812345678", 3, 4), "138****5678")

    def test_number_without_a_middle_is_hidden_as_a_whole(self):
        for text in ("", "1", "1234567"):
            with self.subTest(text=text):
                self.assertEqual(mask(text, 3, 4), "*" * len(text))

    @QUICK
    @given(st.text(max_size=30), st.integers(0, 6), st.integers(0, 4))
    def test_mask_keeps_the_length_and_shows_no_more_than_asked(self, text, head, tail):
        masked = mask(text, head, tail)
        shown = sum(a == b != "*" for a, b in zip(text, masked, strict=True))

        self.assertLessEqual(shown, head + tail)
