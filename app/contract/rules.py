"""What may happen to a contract within v1: one line a kind of change, and why.

Two promises stand behind the lines. Codes are open: readers pass over a value that they do not know, so a code list, an
enum or a tagged union that is received may gain members, and never loses one. Answers are open: readers pass over
fields that they do not know. What callers send is closed: everything that was taken must still be taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a kind of change breaks somebody, and whom."""

    breaking: bool
    why: str


def _breaking(**rows: str) -> dict[str, Rule]:
    return {code: Rule(breaking=True, why=why) for code, why in rows.items()}


def _compatible(**rows: str) -> dict[str, Rule]:
    return {code: Rule(breaking=False, why=why) for code, why in rows.items()}


RULES: Final[Mapping[str, Rule]] = {
    **_breaking(
        path_removed="Callers of the address get 404.",
        operation_removed="Callers of the operation get 405.",
        operation_renamed="Methods of generated clients are named after the operation id.",
        parameter_removed="A parameter that is not in the contract is refused.",
        parameter_required="Requests without it were good.",
        body_required="Requests without a body were good.",
        body_removed="Requests with a body were good.",
        media_type_removed="Callers that send or ask for it are refused.",
        answer_removed="Callers wait for this success.",
        success_added="Callers read the successes that they know.",
        header_removed="Callers read it.",
        security_tightened="Requests that were let in are refused.",
        event_type_removed="Receivers wait for it.",
        field_removed="Somebody sends or reads it.",
        field_required="Requests without it were good.",
        field_not_always="Readers count on it.",
        not_nullable="Null was taken.",
        nullable="Readers do not look for null.",
        type_narrowed="Values of the other type were taken.",
        type_widened="Readers do not know the new type.",
        enum_value_removed="A code is never taken away: it was sent, or stands in what is stored.",
        enum_imposed="Other values were taken.",
        format_changed="The same text means something else.",
        format_imposed="Other texts were taken.",
        format_dropped="Readers parse it.",
        pattern_imposed="Two patterns can not be compared; texts that were taken may be refused.",
        bounds_tightened="Values outside the new bound were taken.",
        default_changed="Requests that leave it out now mean something else.",
        variant_removed="A body that was taken is refused, or stands in what is stored.",
        variant_added="Readers can not tell a new variant from those that they know.",
        tag_changed="Variants are told apart by another field.",
        closed="Fields beside the named ones were taken.",
        values_opened="Readers expect values of one form.",
        not_comparable="A keyword changed whose effect is not judged; read it yourself.",
    ),
    **_compatible(
        path_added="Nobody calls it yet.",
        operation_added="Nobody calls it yet.",
        parameter_added="It may be left out.",
        parameter_optional="Whoever sends it still may.",
        body_optional="Whoever sends it still may.",
        media_type_added="The others stay.",
        refusal_added="Callers handle a status of 4xx or 5xx that they do not know by its class.",
        refusal_removed="It no longer comes.",
        header_added="Nobody reads it yet.",
        security_relaxed="Whoever was let in still is.",
        event_type_added="Receivers pass over types that they do not know.",
        deprecated="It goes on to work; replacements are named beside it.",
        field_added="It may be left out of requests; readers pass over what they do not know.",
        field_optional="Whoever sends it still may.",
        field_always="Readers that were ready for its absence still are.",
        now_nullable="Null need not be sent.",
        never_null="Readers that were ready for null still are.",
        type_widened_for_senders="What was taken still is.",
        type_narrowed_for_readers="Readers that were ready for more still are.",
        enum_value_added="Enums are open: readers pass over codes that they do not know.",
        enum_opened="Every listed value still is one.",
        enum_listed="The values come from a narrower set.",
        format_opened="What was taken still is.",
        format_told="The values are of a narrower form.",
        pattern_dropped="What was taken still is.",
        pattern_told="Patterns of answers are for people; readers do not check them.",
        bounds_loosened="What was taken still is.",
        bounds_moved="Bounds of answers are no promise; store what is received without counting on them.",
        default_told="Left out, it means what it meant.",
        tagged_variant_added="Readers pass over tags that they do not know.",
        variant_offered="Whoever sends the others still may.",
        opened="More fields may be sent.",
        values_closed="The values come from a narrower form.",
    ),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two contracts.

    Attributes:
        rule: Key of `RULES`.
        where: Path to the place, for people.
        what: The part concerned.
    """

    rule: str
    where: str
    what: str = ""

    @property
    def breaking(self) -> bool:
        """Whether it breaks the promise of growth."""
        return RULES[self.rule].breaking

    def line(self) -> str:
        """For a terminal."""
        kind = "breaking  " if self.breaking else "compatible"
        what = f" {self.what}" if self.what else ""
        return f"{kind}  {self.rule}  {self.where}{what} — {RULES[self.rule].why}"
