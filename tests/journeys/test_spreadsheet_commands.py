"""`sutiao spreadsheet`: what needs no database: a template, and a list that a platform exported."""

import json

from typer.testing import CliRunner

from app.adapters.courts.spreadsheet.sheets import rows_of
from app.cli import app

RUN = CliRunner()


def test_a_template_and_a_list_need_no_database(tmp_path):
    sheet, listed, columns = tmp_path / "t.xlsx", tmp_path / "held.csv", tmp_path / "c.json"
    listed.write_text("案号,金额\nR-1,5\nR-2,much\n", encoding="gb18030")
    columns.write_text(
        json.dumps(
            {
                "columns": [
                    {"title": "案号", "to": "reference", "required": True},
                    {"title": "金额", "to": "amount", "as": "amount"},
                ]
            }
        )
    )

    assert RUN.invoke(app, ["spreadsheet", "template", str(sheet)]).exit_code == 0
    (titles,) = rows_of(sheet.read_bytes())
    done = RUN.invoke(app, ["spreadsheet", "held", str(listed), "--columns", str(columns)])

    assert titles[0].value == "编号*"
    assert json.loads(done.stdout.splitlines()[0]) == {
        "reference": "R-1",
        "state": None,
        "amount": "5.00",
        "duties": [],
    }
    assert "B3: cell_unreadable" in done.stderr
    for wrong in (tmp_path / "none.csv", sheet):
        columns_file = columns if wrong is sheet else listed
        assert RUN.invoke(app, ["spreadsheet", "held", str(wrong), "--columns", str(columns_file)]).exit_code == 2
