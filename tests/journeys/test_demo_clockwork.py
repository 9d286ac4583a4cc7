"""The legal clock of the demonstration moves only when nothing more can happen today."""

from datetime import date

import pytest

from app.demo.clockwork import is_over, is_quiet, next_day, together, troubles

TODAY = date(2023, 3, 6)


def entry(version=3, **fields):
    defaults = {
        "reference": "P01",
        "member": "somebody",
        "referral_id": "r1",
        "version": version,
        "held": True,
        "sees": True,
        "open_procedures": 0,
        "due": {},
        "done": False,
        "trouble": None,
    }
    return {**defaults, **fields}


def status(*cases, idle=True, today="2023-03-06", next_date=None):
    return {"idle": idle, "today": today, "next_date": next_date, "cases": list(cases)}


def test_two_sides_that_decided_everything_and_saw_the_same_are_quiet():
    assert is_quiet(TODAY, status(entry()), status(entry()))


@pytest.mark.parametrize(
    ("court", "centre"),
    [
        (status(entry(), idle=False), status(entry())),
        (status(entry()), status(entry(), idle=False)),
        (status(entry()), status(entry(), today="2023-03-05")),
        (status(entry(4)), status(entry(3))),
        (status(entry(3)), status(entry(4))),
        (status(entry()), status()),
        (status(entry(due={"T03": "2023-03-05"})), status(entry())),
    ],
    ids=[
        "court at work",
        "centre at work",
        "centre a day behind",
        "an event on its way to the centre",
        "an event on its way to the court",
        "an offer on its way",
        "a deadline that time has not yet acted on",
    ],
)
def test_the_clock_waits_for_whatever_is_on_its_way(court, centre):
    assert not is_quiet(TODAY, court, centre)


def test_a_referral_that_nobody_holds_needs_no_centre():
    assert is_quiet(TODAY, status(entry(5, held=False)), status(entry(3)))


def test_of_several_organisations_the_one_that_saw_most_counts():
    assert is_quiet(TODAY, status(entry(5)), status(entry(3), entry(5)))


def test_a_court_that_only_decides_is_awaited_once_a_procedure_is_before_it():
    unaware = entry(0, referral_id=None, held=False)

    assert is_quiet(TODAY, status(unaware), status(entry(9)))
    assert not is_quiet(TODAY, status(unaware), status(entry(9, open_procedures=1)))
    assert not is_quiet(TODAY, status(entry(8)), status(entry(9, open_procedures=1)))
    assert is_quiet(TODAY, status(entry(9, open_procedures=1)), status(entry(9, open_procedures=1)))


def test_deadlines_of_a_referral_out_of_sight_are_not_waited_for():
    gone = entry(due={"T03": "2023-03-01"}, sees=False)

    assert is_quiet(TODAY, status(entry()), status(entry(), gone))
    assert next_day(TODAY, status(), status(gone)) is None


def test_a_deadline_is_in_force_on_its_last_day():
    assert is_quiet(TODAY, status(entry(due={"T03": "2023-03-06"})), status(entry()))


def test_the_next_day_is_the_earliest_plan_or_the_day_after_a_deadline():
    court = status(entry(due={"T03": "2023-03-09", "T05": "2023-04-05"}), next_date="2023-03-20")

    assert next_day(TODAY, court, status()) == date(2023, 3, 10)
    assert next_day(TODAY, court, status(next_date="2023-03-08")) == date(2023, 3, 8)
    assert next_day(TODAY, status(), status()) is None


def test_all_is_over_when_both_are_done_and_no_deadline_runs():
    done = entry(done=True)

    assert is_over(status(done), status(done))
    assert not is_over(status(done), status(entry()))
    assert not is_over(status(entry(done=True, due={"T12": "2023-04-13"})), status(done))


def test_a_refused_step_names_case_and_side():
    refused = entry(trouble="accept: 409 late_acceptance_closed", member="调解中心")

    assert troubles(status(entry()), status(refused)) == ["P01 调解中心: accept: 409 late_acceptance_closed"]


def test_two_processes_of_one_side_are_quiet_together_or_not_at_all():
    one, other = status(entry(), next_date="2023-03-09"), status(entry(reference="P02"), next_date="2023-03-08")
    late = status(entry(reference="P02"), today="2023-03-05")

    both = together(one, other)
    assert (len(both["cases"]), both["idle"], both["today"]) == (2, True, "2023-03-06")
    assert (both["next_date"], together(one, late)["next_date"]) == ("2023-03-08", "2023-03-09")
    assert not together(one, status(idle=False))["idle"]
    assert together(one, late)["today"] is None
    assert together(one, {}) == together({}, one) == {}
