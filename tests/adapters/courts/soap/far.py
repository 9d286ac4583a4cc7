"""A court's platform over SOAP within the test: it checks proofs, files once under a key, has its faults."""

from lxml import etree

from app.adapters.courts.soap.envelope import NAMESPACES, enclosed, envelope_of, written
from app.adapters.courts.soap.mapping import document_of, element_of
from app.adapters.courts.soap.options import Proof, options_of
from app.adapters.courts.soap.proof import require_proof
from app.domain.outbound import OutboundAnswer, Unavailable
from tests.adapters.courts.bench import NOW


class FarOffice:
    """Answers requests as an `Outbound`; `answers` are given instead of its own, in order."""

    def __init__(self, settings, credentials):
        self.options = options_of(settings, credentials)
        self.filed, self.has, self.holds, self.answers, self.asked = {}, [], [], [], []
        self.losing = 0

    async def send(self, request, *, networks):
        self.asked.append((request, networks))
        if self.answers:
            return self.answers.pop(0)
        envelope = envelope_of(request.body)
        proof = self.options.proof_out
        if proof is not None:
            require_proof(Proof(**{name: getattr(proof, name) for name in Proof.__slots__}), envelope, *self.by())
        return getattr(self, etree.QName(envelope.content).localname)(
            document_of(envelope.content, self.options.namespace, frozenset())
        )

    def by(self):
        return self.options.namespace, NOW

    def submit(self, body):
        self.filed.setdefault(body["msgId"], body)
        if self.losing:
            self.losing -= 1
            raise Unavailable("timed_out")
        return self.receipt(body["msgId"])

    def lookUp(self, body):  # noqa: N802 - the name of an element
        return self.receipt(body["key"]) if body["key"] in self.filed else self.told({"code": "NONE"})

    def pull(self, body):
        start = int(body["cursor"] or 0)
        page = self.has[start : start + 2]
        return self.told({"code": "0", "list": {"item": page}, "next": start + len(page)})

    def held(self, body):
        assert body["day"]
        return self.told({"code": "0", "case": self.holds})

    def receipt(self, key):
        return self.told({"code": "0", "data": {"bh": f"S-{list(self.filed).index(key) + 1}", "done": True}})

    def told(self, document):
        answer = element_of("answer", document, self.options.namespace, qualified=True)
        return whole(written(enclosed(self.options.version, answer)))


def whole(body, status=200, *, truncated=False):
    return OutboundAnswer(status=status, headers={}, body=body, truncated=truncated, duration_ms=1.0)


def fault(code, *, version="1.1", status=500, inner=None):
    soap = NAMESPACES[version]
    told = f"<faultcode>soap:{code}</faultcode><faultstring>张三</faultstring>"
    if version == "1.2":
        below = f"<soap:Subcode><soap:Value>x:{inner}</soap:Value></soap:Subcode>" if inner else ""
        told = f"<soap:Code><soap:Value>soap:{code}</soap:Value>{below}</soap:Code>"
    return whole(
        f'<soap:Envelope xmlns:soap="{soap}" xmlns:x="urn:x"><soap:Body><soap:Fault>{told}</soap:Fault></soap:Body>'
        "</soap:Envelope>".encode(),
        status,
    )
