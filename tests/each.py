"""Many small cases in one test: a runner spends more on a test of its own than these take."""

from functools import update_wrapper


def each(names, cases):
    """Like `parametrize`, in one test that stops at the first case that fails and says which it was.

    For tests that take microseconds and no fixtures.
    """
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    cases = list(cases)
    assert cases

    def decorate(test):
        def over_all(**outer):
            for case in cases:
                values = dict(zip(keys, case if len(keys) > 1 else (case,), strict=True))
                try:
                    test(**outer, **values)
                except BaseException as fault:  # A missing exception is told by one that is no Exception.
                    fault.add_note(f"in the case {values}")
                    raise

        update_wrapper(over_all, test)
        del over_all.__wrapped__  # Else its arguments would be looked for as fixtures.
        return over_all

    return decorate
