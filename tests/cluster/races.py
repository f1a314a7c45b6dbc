"""Two or more do the same at the same moment."""

import threading
import time


def race(chance, *calls):
    """Do all calls at once, each in a thread of its own; their answers in order.

    :param chance: random.Random; each call begins up to 60 ms late, half of them none
    """
    barrier, answers, failed = threading.Barrier(len(calls)), {}, []

    def run(number, call, late):
        try:
            barrier.wait()
            time.sleep(late)
            answers[number] = call()
        except BaseException as error:
            failed.append(error)

    delays = [chance.choice((0, chance.uniform(0, 0.06))) for _each in calls]
    threads = [
        threading.Thread(target=run, args=(number, call, late))
        for number, (call, late) in enumerate(zip(calls, delays, strict=True))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return [answers[number] for number in range(len(calls))]


def exactly_one(answers):
    """One has done it, the others read a clear sentence; the one's answer."""
    done = [answer for answer in answers if answer.is_done]
    assert len(done) == 1, answers
    assert_clear(answers)
    return done[0]


def at_least_one(answers):
    """For what may be done again and changes nothing then; the first one's answer."""
    done = [answer for answer in answers if answer.is_done]
    assert done, answers
    assert_clear(answers)
    return done[0]


def assert_clear(answers):
    """Whoever was refused reads why, in Chinese, and nothing of the database."""
    for answer in answers:
        assert answer.is_done or answer.is_clear, answer
