"""The named conditions of putting and withdrawing documents."""

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.documents import may_put
from app.domain.lifecycle.table import Guard, Situation

_SIGNED: frozenset[str] = frozenset({"undisputed_facts", "signed_minutes", "agreement", "consent", "service_address"})
"""Classes of documents that parties sign."""


def _puts(role: ActorRole) -> Guard:
    def check(s: Situation) -> bool:
        return isinstance(s.command, c.AddDocument) and may_put(s.command.document_class, role)

    return Guard("document_class_not_yours", check, of_state=False)


def _withdraws(role: ActorRole) -> Guard:
    def check(s: Situation) -> bool:
        command = s.command
        if not isinstance(command, c.WithdrawDocument):
            return False
        standing = (x for x in s.referral.dossier.documents if x.withdrawn_on is None and x.put_by == role)
        return any(x.id == command.document_id for x in standing)

    return Guard("part_unknown", check, of_state=False)


def _signers_known(s: Situation) -> bool:
    """Whoever is said to have signed is a party, and the document is one that parties sign."""
    command = s.command
    if not isinstance(command, c.AddDocument):
        return False
    known = {party.id for party in s.referral.parties}
    return set(command.signed_by) <= known and (not command.signed_by or command.document_class in _SIGNED)


def _recording_agreed(s: Situation) -> bool:
    """A recording stands in place of minutes only with the word of every party whose consent is needed.

    Legal source: OMR 22.
    """
    command = s.command
    if not isinstance(command, c.AddDocument):
        return False
    if not command.replaces_minutes:
        return True
    agreed = (s.referral.word_of(party.id, s.occurred_on, "recording") for party in s.referral.agreeing_parties)
    return command.document_class == "recording" and all(agreed)


COURT_PUTS = _puts(ActorRole.COURT)
ORGANISATION_PUTS = _puts(ActorRole.ORGANISATION)
BODY_PUTS = _puts(ActorRole.REFERRING_BODY)
COURT_WITHDRAWS = _withdraws(ActorRole.COURT)
ORGANISATION_WITHDRAWS = _withdraws(ActorRole.ORGANISATION)
BODY_WITHDRAWS = _withdraws(ActorRole.REFERRING_BODY)
SIGNERS_KNOWN = Guard("document_signers_unfit", _signers_known, of_state=False)
RECORDING_AGREED = Guard("recording_not_agreed", _recording_agreed, of_state=False)
