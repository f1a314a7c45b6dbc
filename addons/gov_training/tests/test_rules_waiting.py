"""Who waits, in which order, and who moves up."""

from datetime import datetime

from odoo.tests import BaseCase

from ..rules.waiting import Waiting, moving_up, places, queue

NINE, TEN = datetime(2026, 3, 2, 1), datetime(2026, 3, 2, 2)


class TestWaiting(BaseCase):
    def order(self, *lines):
        return [waiting.line for waiting in queue(lines)]

    def test_first_come_first_served(self):
        self.assertEqual(self.order(Waiting(1, TEN), Waiting(2, NINE)), [2, 1])

    def test_people_who_have_to_attend_go_first(self):
        lines = Waiting(1, NINE), Waiting(2, TEN, is_required=True)

        self.assertEqual(self.order(*lines), [2, 1])

    def test_people_enrolled_at_once_keep_the_order_of_the_list(self):
        self.assertEqual(self.order(Waiting(9, NINE), Waiting(3, NINE)), [3, 9])

    def test_places_count_from_one(self):
        self.assertEqual(places([Waiting(4, TEN), Waiting(8, NINE)]), {8: 1, 4: 2})

    def test_so_many_move_up_as_seats_are_free(self):
        lines = [Waiting(1, NINE), Waiting(2, TEN)]

        self.assertEqual(moving_up(lines, 1), [1])
        self.assertEqual(moving_up(lines, 5), [1, 2])

    def test_nobody_moves_up_without_a_seat(self):
        for free in (0, -3):
            with self.subTest(free=free):
                self.assertEqual(moving_up([Waiting(1, NINE)], free), [])

    def test_who_cannot_come_is_passed_over(self):
        lines = [Waiting(1, NINE), Waiting(2, TEN)]

        self.assertEqual(moving_up(lines, 1, unavailable={1}), [2])
