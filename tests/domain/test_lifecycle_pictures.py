"""The page of the lifecycle shows every kind, every machine and every arrow."""

from app.domain.lifecycle import labels
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.diagram import page
from app.domain.lifecycle.states import Kind, Machine


def test_every_machine_has_its_heading_and_mediation_a_picture_a_kind() -> None:
    written = page()

    assert all(f"## {labels.MACHINES[machine].en} " in written for machine in Machine)
    assert all(f"### {labels.KINDS[kind].en} {labels.KINDS[kind].zh}" in written for kind in Kind)
    assert written.count("```mermaid") == len(Kind) + len(Machine) - 2


def test_every_row_is_a_line_of_a_table() -> None:
    lines = [line for line in page().splitlines() if line.startswith("| ")]

    for row in ROWS:
        cells = (f"| {row.action} ", f" | {row.event}", f"| {', '.join(row.sources)} |")
        assert any(all(cell in line for cell in cells) for line in lines), row


def test_the_picture_of_what_was_filed_shows_who_closes_it() -> None:
    written = page()
    picture = written[written.index("### Entrusted after filing") : written.index("### Direct application")]

    assert "mediation_ended --> closed: transfer_to_trial" in picture
    assert "mediation_ended --> closed: report_result" not in picture
    assert "receive_materials" not in picture


def test_the_clock_of_the_term_is_explained_by_all_its_rules() -> None:
    clocks = page().split("## Clocks")[1]

    assert all(f"| {rule} |" in clocks for rule in ("T01", "T02", "T05", "T06", "T07", "T10", "FEEDBACK", "URGE"))
    assert "| TERM |" not in clocks
