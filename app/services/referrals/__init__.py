"""Writes to referrals: opening one, and every transition of it or of a procedure under it.

Each is one transaction of one read and one write; the decision between them is pure. When somebody else was quicker the
whole is done again, so that the caller learns what is true now.
"""

from app.services.referrals.opening import open_referral
from app.services.referrals.transitions import procedure_transition, transition
from app.services.referrals.wishes import (
    DOSSIER_ACTIONS,
    KINDS_OF,
    Intake,
    NewCaseNumber,
    NewClaim,
    NewConsent,
    NewParty,
    NewRepresentative,
    RegistryFacts,
    Wish,
    needs_dossier,
    needs_mediators,
)

__all__ = [
    "DOSSIER_ACTIONS",
    "KINDS_OF",
    "Intake",
    "NewCaseNumber",
    "NewClaim",
    "NewConsent",
    "NewParty",
    "NewRepresentative",
    "RegistryFacts",
    "Wish",
    "needs_dossier",
    "needs_mediators",
    "open_referral",
    "procedure_transition",
    "transition",
]
