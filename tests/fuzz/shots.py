"""One request of a run: sent as made up, its answer held against the contract, everything counted.

A failure is noted and the run goes on; nothing is raised.
"""

import shlex
from uuid import uuid4

import httpx
import requests
import schemathesis
from schemathesis.checks import CHECKS
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.transport import Response

from tests.fuzz.ground import ANSWER_SECONDS

LEFT_OUT = {
    "positive_data_acceptance": "What is well-formed may be refused by the state, the law or the rights.",
    "ensure_resource_availability": "A tenant that may not see what another one opened is rightly told 404.",
    "object_level_authorization": "The contract does not say whose is what; the walk of isolation tests it.",
    "use_after_free": "Nothing can be deleted.",
    "ignored_auth": "It asks twice more for each request; `without_key` does it for some.",
}
"""Checks of schemathesis that are not made, and why."""

SHOWN_BYTES = 2000

UNSENDABLE = (requests.exceptions.InvalidHeader, requests.exceptions.InvalidURL, UnicodeError, ValueError)
"""What HTTP itself can not carry does not leave this process."""


def loaded(document):
    """The contract as schemathesis knows it, without the checks that do not fit."""
    schema = schemathesis.openapi.from_dict(document)
    project = schema.config
    project.generation.with_security_parameters = False  # The keys are ours.
    project.checks.negative_data_rejection.expected_statuses += ["412", "413"]
    return schema


class Shooter:
    """Sends what the rounds make up.

    Attributes:
        rng: Decides everything that is not decided by Hypothesis.
    """

    def __init__(self, ground, tally, rng):
        self.ground = ground
        self.tally = tally
        self.rng = rng
        self._session = requests.Session()
        self._checks = [check for check in CHECKS.get_all() if check.__name__ not in LEFT_OUT]

    def close(self):
        self._session.close()

    def dress(self, case, caller, *, version="*", bare=False):
        """Give a case the key of a caller and the headers of a write; `bare` where a bad header may be the point."""
        case.headers["Authorization"] = f"Bearer {self.ground.keys[caller]}"
        taken = set() if bare else {parameter.name for parameter in case.operation.headers}
        if "Idempotency-Key" in taken:
            case.headers["Idempotency-Key"] = uuid4().hex
        if "If-Match" in taken:
            case.headers["If-Match"] = version if version == "*" else f'"{version}"'

    def shoot(self, case):
        """The answer to a dressed case, or None where none came or HTTP can not carry the request."""
        response = self._sent(case)
        if response is not None:
            self._examine(case, response)
        return response

    def send(self, method, path, *, caller, headers=None, content=None):
        """The answer to a request that is no case, held against the contract alone."""
        prepared = requests.Request(
            method,
            f"{self.ground.base_url}{path}",
            headers={"Authorization": f"Bearer {self.ground.keys[caller]}", **(headers or {})},
            data=content,
        ).prepare()
        curl = _curl(prepared)
        try:
            answer = self._session.send(prepared, timeout=ANSWER_SECONDS, allow_redirects=False)
        except requests.exceptions.ConnectionError as error:
            # A service that refuses a body early may close before all of it was sent; it must still be there.
            self.tally.notes[f"closed early: {type(error).__name__}"] += 1
            return None
        operation = self.ground.checked.operation(method, path.partition("?")[0])
        name = operation["operationId"] if operation else "no operation"
        response = Response.from_requests(answer, verify=True)
        self.tally.answered(name, response.status_code, response.content)
        if response.status_code >= 500:
            self.tally.failed(name, f"{response.status_code} to a raw request", curl=curl, answer=response.text)
        self._hold(name, response, curl)
        return response

    def without_key(self, case):
        """The same request under no key must be refused, whatever it says."""
        case.headers.pop("Authorization", None)
        response = self._sent(case)
        if response is not None and response.status_code != 401:
            self._fail(case, response, f"{response.status_code} without a key")

    def repeat(self, case, first):
        """The same request again, under the same key: the same answer."""
        again = self._sent(case)
        if again is not None and (again.status_code, _lasting(again)) != (first.status_code, _lasting(first)):
            self._fail(case, again, f"another answer to the same request: {again.status_code}")
        self.tally.notes["requests repeated"] += 1

    def _sent(self, case):
        name = case.operation.definition.raw["operationId"]
        for attempt in (1, 2):
            try:
                response = case.call(base_url=self.ground.base_url, session=self._session, timeout=ANSWER_SECONDS)
            except UNSENDABLE as error:
                self.tally.notes[f"not sendable: {type(error).__name__}"] += 1
                return None
            except requests.exceptions.RequestException as error:
                if attempt == 2:
                    self.tally.failed(name, f"no answer: {type(error).__name__}", curl=_told(case), answer=str(error))
            else:
                self.tally.answered(name, response.status_code, response.content)
                return response
        return None

    def _examine(self, case, response):
        try:
            case.validate_response(response, checks=self._checks)
        except FailureGroup as group:
            for failure in group.exceptions:
                self._fail(case, response, f"{failure.title}: {failure.message}")
        except Failure as failure:
            self._fail(case, response, f"{failure.title}: {failure.message}")
        self._hold(case.operation.definition.raw["operationId"], response, _told(case))

    def _hold(self, name, response, curl):
        if response.request.method == "HEAD":
            return  # It has no body to hold against anything.
        try:
            self.ground.checked.check(_as_httpx(response))
        except (AssertionError, LookupError, ValueError) as error:
            self.tally.failed(name, f"outside the contract: {error}", curl=curl, answer=response.text)

    def _fail(self, case, response, what):
        name = case.operation.definition.raw["operationId"]
        self.tally.failed(name, f"{what} ({response.status_code})", curl=_told(case), answer=response.text)


def _lasting(response):
    """The body without the secret of a key, which is shown once and kept nowhere."""
    return {name: value for name, value in response.json().items() if name != "key"}


def _told(case):
    try:
        return case.as_curl_command()
    except Exception as error:  # noqa: BLE001 - a request that can not be told must not end the run
        return f"{case.method} {case.path}: {type(error).__name__}"


def _curl(prepared):
    headers = {
        name: value for name, value in prepared.headers.items() if name not in {"Authorization", "Content-Length"}
    }
    lines = [f"{name}: {value.decode() if isinstance(value, bytes) else value}" for name, value in headers.items()]
    told = " ".join(f"-H {shlex.quote(line)}" for line in lines)
    body = f" --data-binary {_shell_text(prepared.body)}" if prepared.body else ""
    return f"curl -X {prepared.method} {told}{body} {shlex.quote(str(prepared.url))}"


def _shell_text(content):
    """Text as it is; other bytes as Bash spells them; what is very long cut."""
    try:
        return shlex.quote(content[:SHOWN_BYTES].decode())
    except UnicodeDecodeError:
        return "$'" + "".join(f"\\x{byte:02x}" for byte in content[:SHOWN_BYTES]) + "'"


def _as_httpx(response):
    """The answer as the check of the contract reads it; its body has been unpacked."""
    headers = [(name, value) for name, values in response.headers.items() for value in values]
    return httpx.Response(
        response.status_code,
        headers=[(name, value) for name, value in headers if name.lower() != "content-encoding"],
        content=response.content,
        request=httpx.Request(response.request.method, response.request.url),
    )
