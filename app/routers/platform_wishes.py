"""From a platform's message in our words to what the use cases understand: judged as a request of the API would be."""

from collections.abc import Callable
from typing import Any

from app.domain.court_platform import Heard
from app.domain.errors import Refusal
from app.domain.ports import Ports
from app.domain.referral import ProcedureId
from app.routers.procedure_wishes import procedure_wish_of
from app.routers.referrals import known_intake
from app.routers.requests import heard as read_heard
from app.routers.wishes import wish_of
from app.services.referrals import Intake, Wish

Interpret = Callable[[Heard, ProcedureId | None], Intake | Wish | Refusal]


def interpreter(ports: Ports) -> Interpret:
    """Reads messages by the contract's own schemas, at the present moment and by the present list of causes."""

    def interpret(message: Heard, procedure_id: ProcedureId | None) -> Intake | Wish | Refusal:
        book = ports.book()
        causes = book.causes
        body: Any = dict(message.body)
        if message.becomes == "opening" and isinstance(body.get("cause"), dict):
            body["cause"] = {"version": causes.version, **body["cause"]}
        asked = read_heard(message.becomes, body, ports.clock.system_now(), book.rules_off)
        if isinstance(asked, Refusal):
            return asked
        if message.becomes == "opening":
            return known_intake(asked, causes)
        return wish_of(asked) if procedure_id is None else procedure_wish_of(asked, procedure_id)

    return interpret
