"""The dialect of sheets on the bench: a message is a sheet of one row, a result is a row that lies in a folder."""

import csv
import io

from app.adapters.courts.spreadsheet.client import SpreadsheetPlatform
from app.adapters.courts.spreadsheet.exchange import Exchange
from app.adapters.courts.spreadsheet.sheets import rows_of
from app.adapters.header_hmac import signature
from tests.adapters.courts.bench import ASSIGN, Bench, a_platform
from tests.run_folder import a_folder

SECRET = "sheet-secret-0123456789"


def places(node, at=""):
    """Texts of a document by their places, which are the titles of the sheet."""
    if isinstance(node, dict | list):
        found = {}
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            found |= places(inner, f"{at}.{key}" if at else key)
        return found
    return {at: node}


TITLES = [*places(ASSIGN), "data.yxj", "data.rq"]
SETTINGS = {
    "messages": {"columns": [{"title": title, "to": title} for title in TITLES]},
    "held": {
        "columns": [
            {"title": "案号", "to": "reference", "required": True},
            {"title": "状态", "to": "state", "codes": "states"},
            {"title": "已录结果", "to": "duties.result", "as": "flag"},
        ],
        "codes": {"states": {"调解中": "mediating"}},
    },
}


class Losing(Exchange):
    """Folders whose disk may say that it failed after it was written."""

    losing = False

    def put(self, key, titles, values, *, anew=False):
        super().put(key, titles, values, anew=anew)
        if self.losing:
            self.losing = False
            raise OSError


def sheet(*documents):
    told, rows = io.StringIO(), [places(each) for each in documents]
    titles = list(dict.fromkeys(name for row in rows for name in row))
    csv.writer(told).writerows([titles, *([row.get(title, "") for title in titles] for row in rows)])
    return told.getvalue().encode()


def results(folder):
    """Keys of all rows that lie there."""
    files = sorted((folder / "out").glob("*.csv"))
    return [row[0].value for file in files for row in list(rows_of(file.read_bytes()))[1:]]


def bench_and_folder(**more):
    folder = a_folder()
    exchange = Losing(folder, sync=lambda _file: None, **more)
    platform = a_platform("spreadsheet", SETTINGS, {"secret": SECRET})

    def signed(document, message_id, instant):
        raw, sent = sheet(document), str(int(instant.timestamp()))
        headers = {"x-message-id": message_id, "x-timestamp": sent}
        return raw, {**headers, "x-signature": signature(SECRET.encode(), message_id, sent, raw)}

    def lose():
        exchange.losing = True

    made = Bench(
        platform=SpreadsheetPlatform(platform, lambda: exchange),
        signed=signed,
        raw=sheet,
        forgeries={
            "another body": lambda raw, headers: (raw + b" ", headers),
            "another id": lambda raw, headers: (raw, {**headers, "x-message-id": "other"}),
            "another time": lambda raw, headers: (raw, {**headers, "x-timestamp": "1"}),
            "no signature": lambda raw, headers: (raw, {**headers, "x-signature": ""}),
        },
        filed=lambda key: results(folder).count(key),
        lose_reply=lose,
    )
    return made, folder


def bench():
    return bench_and_folder()[0]
