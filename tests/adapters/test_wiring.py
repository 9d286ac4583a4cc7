"""How the parts of a process are put together."""

from app.settings import Settings
from app.wiring import Books


def test_the_windows_that_no_statute_fixes_are_settings() -> None:
    settings = Settings(feedback_working_days=7, urge_working_days=4)

    book = Books(settings)()

    assert (book.feedback_working_days, book.urge_working_days) == (7, 4)
