"""The file with the days of one holiday notice: read strictly, or refused with its line."""

from datetime import date

import pytest
import typer

from app.adapters.calendar_file import read_year
from app.commands.calendar_years import load
from app.domain.calendar import DayKind

HEAD = "date,kind,name\n"


def written(tmp_path, text):
    path = tmp_path / "days.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_days_of_a_notice_become_a_calendar(tmp_path):
    path = written(tmp_path, f"{HEAD}2026-12-26,makeup_workday,元旦\n2027-01-01,holiday,元旦\n")

    calendar = read_year(path, 2027, "https://example.org/2027")

    assert calendar.years == {2027}
    assert calendar.notices == {2027: ("https://example.org/2027",)}
    assert calendar.kinds == {date(2026, 12, 26): DayKind.MAKEUP_WORKDAY, date(2027, 1, 1): DayKind.HOLIDAY}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}2026-01-01,holiday,x\n", "line 2: a day outside 2027"),
        (f"{HEAD}2027-01-01,holiday,x\n2027-01-01,holiday,x\n", "line 3"),
        (f"{HEAD}2027-01-01,feast,x\n", "line 2: not a date and a kind"),
        (f"{HEAD}yesterday,holiday,x\n", "line 2: not a date and a kind"),
        (f"{HEAD}2027-01-04,makeup_workday,x\n", "line 2: a make-up workday"),
        ("day,kind\n2027-01-01,holiday\n", "line 2"),
        (f"{HEAD}2027-01-01,holiday\n", "line 2: not the three columns"),
        (f"{HEAD}2027-01-01,holiday,x,y\n", "line 2: not the three columns"),
        (HEAD, "no holiday"),
    ],
)
def test_a_file_that_is_no_notice_is_refused(tmp_path, text, said):
    with pytest.raises(ValueError, match=said):
        read_year(written(tmp_path, text), 2027, "x")


def test_a_year_that_is_none_is_refused(tmp_path):
    with pytest.raises(ValueError, match="not a year"):
        read_year(written(tmp_path, HEAD), 27, "x")


@pytest.mark.parametrize("notice", ["notice 2027", "ftp://example.org", "https://", "https://[", "https://a b"])
def test_a_notice_that_is_no_address_is_refused(tmp_path, capsys, notice):
    with pytest.raises(typer.Exit):
        load(written(tmp_path, f"{HEAD}2027-01-01,holiday,x\n"), 2027, notice)

    assert "is no address" in capsys.readouterr().err
