"""What a key may do."""

from uuid import UUID

import pytest

from app.domain.access import ActorRole, ClientId, Principal, Scope, TenantId, TenantKind, allowed_scopes
from app.domain.errors import CATALOGUE, Family, Refusal


def principal(kind: TenantKind, *scopes: Scope) -> Principal:
    return Principal(ClientId(UUID(int=1)), TenantId(UUID(int=2)), kind, frozenset(scopes))


def test_a_scope_that_the_key_lacks_is_named():
    court = principal(TenantKind.COURT, Scope.REFERRALS_READ)
    court.require(Scope.REFERRALS_READ)

    with pytest.raises(Refusal) as caught:
        court.require(Scope.PARTIES_REVEAL)

    assert (caught.value.code, caught.value.facts) == ("scope_missing", {"scope": "parties:reveal"})
    assert caught.value.sentence.family is Family.FORBIDDEN


def test_a_role_that_does_not_fit_is_refused():
    operator = principal(TenantKind.OPERATOR)
    operator.require_kind(TenantKind.OPERATOR)

    with pytest.raises(Refusal, match="not_your_role"):
        operator.require_kind(TenantKind.COURT, TenantKind.ORGANISATION)


def test_an_operator_is_no_actor_of_any_transition():
    assert principal(TenantKind.OPERATOR).actor_role is None
    assert principal(TenantKind.COURT).actor_role is ActorRole.COURT
    assert principal(TenantKind.ORGANISATION).actor_role is ActorRole.ORGANISATION


def test_an_operator_can_never_be_given_sight_of_referrals():
    assert allowed_scopes(TenantKind.COURT, [Scope.FEED_READ]) == {Scope.FEED_READ}

    with pytest.raises(Refusal, match="scope_not_grantable"):
        allowed_scopes(TenantKind.OPERATOR, [Scope.REFERRALS_READ])


def test_every_code_has_both_sentences():
    assert all(sentence.zh and sentence.en for sentence in CATALOGUE.values())
