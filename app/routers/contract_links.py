"""Links of the contract: which value of an answer names the thing that another operation reads or changes.

They follow from the addresses. A collection that a POST adds to gives the id of what was added; a list gives the ids of
what it shows. The few that addresses do not tell are in the table.
"""

from typing import Any, Final

ADDED: Final = "$response.body#/id"
FIRST: Final = "$response.body#/items/0/id"
NAMED: Final = "$response.body#/items/0/name"

TOLD: Final = (
    ("take_transition", "200", "get_procedure", {"procedure_id": "$response.body#/procedure_id"}),
    ("take_transition", "200", "take_procedure_transition", {"procedure_id": "$response.body#/procedure_id"}),
    ("list_procedures", "200", "get_procedure", {"procedure_id": FIRST}),
    ("list_procedures", "200", "take_procedure_transition", {"procedure_id": FIRST}),
    ("get_referral", "200", "get_dispute", {"dispute_id": "$response.body#/dispute_id"}),
    ("register_client", "201", "revoke_key", {"record_id": ADDED, "key_id": "$response.body#/key_id"}),
    ("issue_key", "201", "revoke_key", {"record_id": ADDED, "key_id": "$response.body#/key_id"}),
)
"""Operation, status, operation that can follow, where its parameters come from."""


def add_links(paths: dict[str, Any]) -> None:
    """Put the links beside the answers, in place."""
    operations = {operation["operationId"]: operation for path in paths.values() for operation in path.values()}
    for address, collection in paths.items():
        for below in (path for path in paths if path.startswith(f"{address}/{{")):
            names = [part[1:-1] for part in below.split("/") if part.startswith("{")]
            for target in paths[below].values() if len(names) == 1 else ():
                _link(collection.get("post"), "201", target, {names[0]: ADDED})
                if below == f"{address}/{{{names[0]}}}":
                    _link(
                        collection.get("get"), "200", target, {names[0]: NAMED if address == "/v1/consumers" else FIRST}
                    )
    for source, status, follower, parameters in TOLD:
        _link(operations.get(source), status, operations.get(follower), parameters)


def _link(source: Any, status: str, target: Any, parameters: dict[str, str]) -> None:
    """Add one link, if both of its ends are in the document."""
    if source is None or target is None or status not in source["responses"]:
        return
    name = target["operationId"]
    links = source["responses"][status].setdefault("links", {})
    links[name] = {"operationId": name, "parameters": parameters}
