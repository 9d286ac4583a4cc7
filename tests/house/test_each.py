"""Many cases in one test: each is tried, and the one that fails is named."""

from functools import partial

import pytest

from tests.each import each


def test_every_case_is_tried_and_two_tables_give_their_product():
    tried = []

    @each("first", [1, 2])
    @each(("second", "third"), [("a", "b"), ("c", "d")])
    def test_of_cases(first, second, third):
        tried.append((first, second, third))

    test_of_cases()

    assert tried == [(1, "a", "b"), (1, "c", "d"), (2, "a", "b"), (2, "c", "d")]


@pytest.mark.parametrize("failing", [partial(pytest.fail, "it fell"), [].pop])
def test_the_case_that_fails_is_named(failing):
    @each("number", [1, 2])
    def test_of_cases(number):
        if number == 2:
            failing()

    with pytest.raises(BaseException, match=r"it fell|pop from empty list") as caught:
        test_of_cases()

    assert caught.value.__notes__ == ["in the case {'number': 2}"]


def test_a_table_without_cases_is_no_test():
    with pytest.raises(AssertionError):
        each("number", [])
