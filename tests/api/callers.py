"""One caller of the API: its key, its requests, and the check of every reply against the contract."""

from uuid import uuid4

ANY = "*"
TODAY = "2026-03-02"
"""Monday, an ordinary working week ahead; the legal clock of these tests starts here."""

APPLICANT_ID = "11010519491231002X"
SOME_TEXT = "材料".encode()


class Caller:
    def __init__(self, http, contract, key=None, tenant_id=None, client_id=None):
        self._http = http
        self._contract = contract
        self.key = key
        self.tenant_id = tenant_id
        self.client_id = client_id

    async def send(self, method, path, **options):
        headers = {**({"Authorization": f"Bearer {self.key}"} if self.key else {}), **options.pop("headers", {})}
        reply = await self._http.request(method, path, headers=headers, **options)
        self._contract.check(reply)
        return reply

    async def get(self, path, **params):
        return await self.send("GET", path, params=params)

    async def write(self, path, body, *, method="POST", key=None, version=None, headers=None, **params):
        """A write with a fresh key unless one is given; `key=False` sends none."""
        sent = dict(headers or {})
        if key is not False:
            sent["Idempotency-Key"] = key or uuid4().hex
        if version is not None:
            sent["If-Match"] = version if version == ANY else f'"{version}"'
        return await self.send(method, path, json=body, headers=sent, params=params)

    async def act(self, referral_id, action, *, version=ANY, key=None, params=None, **fields):
        """One transition of a referral."""
        body = {"action": action, **fields}
        path = f"/v1/referrals/{referral_id}/transitions"
        return await self.write(path, body, version=version, key=key, **(params or {}))

    async def step(self, procedure_id, action, *, version=ANY, **fields):
        """One transition of a procedure."""
        return await self.write(
            f"/v1/procedures/{procedure_id}/transitions", {"action": action, **fields}, version=version
        )


def party(role, **more):
    return {
        "role": role,
        "kind": "natural_person",
        "name": {"applicant": "张三", "respondent": "李四"}.get(role, "王五"),
        "consents": [{"kind": "mediate", "given": True, "given_on": TODAY}],
        **more,
    }


def delegation(organisation_id, **more):
    """A full body for a new referral."""
    return {
        "action": "delegate",
        "organisation_id": organisation_id,
        "on_court_platform": True,
        "cause": {"code": "88", "version": "2026"},
        "claim_amount": "12000.00",
        "court_reference": "REF-1",
        "parties": [party("applicant", id_type="resident_id", id_number=APPLICANT_ID), party("respondent")],
        **more,
    }


async def done(reply, status=200):
    """The body of a reply that must have gone well."""
    answer = await reply
    assert answer.status_code == status, answer.text
    return answer.json()


async def put(
    caller, referral_id, content=SOME_TEXT, *, kind="text/plain", key=None, version=ANY, headers=None, **said
):
    """A document put under a referral; `said` are its parameters."""
    sent = {
        "Content-Type": kind,
        "Content-Disposition": "attachment; filename*=UTF-8''%E5%BC%A0%E4%B8%89.txt",
        "If-Match": version if version == ANY else f'"{version}"',
        "Idempotency-Key": key or uuid4().hex,
        **(headers or {}),
    }
    path = f"/v1/referrals/{referral_id}/documents"
    return await caller.send("POST", path, content=content, headers=sent, params=said)
