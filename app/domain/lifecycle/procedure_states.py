"""States of outcome procedures, one enum a kind; stored, and in the contract. `states.py` gives them to everybody."""

from enum import StrEnum


class ConfirmationState(StrEnum):
    """States of a judicial confirmation 司法确认."""

    APPLIED = "applied"
    NOT_ACCEPTED = "not_accepted"
    ACCEPTED = "under_review"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CORRECTING = "correcting"
    SUPPLEMENTING = "supplementing"
    OBJECTED = "objected"
    REVOKED = "revoked"


class RegistrationState(StrEnum):
    """States of a case registration 立案 after failed mediation."""

    HANDED_OVER = "handed_over"
    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"
    CORRECTING = "correcting"


class StatementState(StrEnum):
    """States of a mediation statement 调解书."""

    REQUESTED = "requested"
    MADE = "made"
    IN_FORCE = "in_force"
    REFUSED = "refused"
    REPUDIATED = "repudiated"


class WithdrawalState(StrEnum):
    """States of a withdrawal of the suit 撤诉."""

    APPLIED = "applied"
    PERMITTED = "permitted"
    REFUSED = "refused"


class TransferState(StrEnum):
    """States of the transfer to trial 转入审理."""

    FEE_NOTICED = "fee_noticed"
    FEE_PAID = "fee_paid"
    TRANSFERRED = "transferred"
    DEEMED_WITHDRAWN = "deemed_withdrawn"


class ArbitrationState(StrEnum):
    """States of a labour dispute that goes to arbitration first 劳动仲裁."""

    REFERRED = "referred"
    ACCEPTED = "taken_by_commission"
    REFUSED = "not_taken_by_commission"


class PaymentOrderState(StrEnum):
    """States of a payment order 支付令."""

    APPLIED = "applied"
    NOT_ACCEPTED = "not_accepted"
    ACCEPTED = "under_review"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ISSUED = "issued"
    SERVED = "served"
    EFFECTIVE = "order_effective"
    LAPSED = "lapsed"
    ENDED = "order_ended"
    SUIT_DECLINED = "suit_declined"
    SUIT = "turned_to_suit"
    CORRECTING = "correcting"


class ReviewState(StrEnum):
    """States of an arbitration review 仲裁审查."""

    APPLIED = "applied"
    NOT_ACCEPTED = "not_accepted"
    ACCEPTED = "under_review"
    WITHDRAWN = "withdrawn"
    MADE = "made"
    IN_FORCE = "in_force"
    REFUSED = "refused"


class NotarisationState(StrEnum):
    """States of an enforceable notarisation 公证赋强."""

    APPLIED = "applied"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    NOTARISED = "notarised"
    REQUESTED = "certificate_requested"
    CERTIFIED = "certified"
    CERTIFICATE_REFUSED = "certificate_refused"


class EnforcementState(StrEnum):
    """States of an enforcement 执行."""

    APPLIED = "applied"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    ENFORCING = "enforcing"
    SETTLED = "enforcement_settled"
    ROUND_CLOSED = "round_closed"
    ENFORCED = "enforced"
    ENDED = "enforcement_ended"
    DENIED = "enforcement_denied"
