"""Numbers and names from outside: checked once at the edge, normalised, never repeated in an error.

Every function returns the normalised text or raises a `Refusal` with a stable code and at most the kind of fault.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from app.domain.errors import Refusal

MAX_CHARS: Final = 80
"""Longest identifier that is looked at."""

EMAIL_CHARS_MAX: Final = 254
EARLIEST_BIRTH_YEAR: Final = 1850

_PROVINCES: Final = frozenset(
    {
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43"),
        *("44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"),
    }
)
"""First two digits of region codes; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan residents."""

_RESIDENT_ID: Final = re.compile(r"[0-9]{17}[0-9X]")
_PERMIT_REGIONS: Final = frozenset({"81", "82", "83"})
FORBIDDEN_LETTERS: Final = "IOSVZ"
"""Letters that no unified social credit code has, because they look like digits or like each other."""

_CREDIT_CODE: Final = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_CREDIT_CODE_BUT_FOR_LETTERS: Final = re.compile(r"[0-9A-Z]{18}")
_OTHER_DOCUMENT: Final = re.compile(r"[0-9A-Z][0-9A-Z()/.\-]{3,39}")
_PERMANENT_RESIDENCE: Final = re.compile(r"[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]")
_DOCUMENTS: Final[Mapping[str, re.Pattern[str]]] = {
    "passport": re.compile(r"[0-9A-Z]{5,20}"),
    "hk_macao_permit": re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?"),
    "taiwan_permit": re.compile(r"[0-9]{8}|[0-9]{10}(?:\([A-Z]\)|[A-Z])?"),
}
"""Forms of documents by list `id_type`. From memory and not verified, so they are wide rather than narrow."""

_MOBILE: Final = re.compile(r"(?:\+?86-?|0086-?)?(1[3-9][0-9])-?([0-9]{4})-?([0-9]{4})")
_LANDLINE: Final = re.compile(
    r"(?:\+?86-?|0086-?)?(?:(0[1-9][0-9]{1,2})-?([2-9][0-9]{6,7})|([2-9][0-9]{6,7})|([48]00)-?([0-9]{3})-?([0-9]{4}))"
    r"(?:(?:-|转|EXT)([0-9]{1,6}))?"
)
_ABROAD: Final = re.compile(r"\+(?!86)[1-9][0-9]{6,14}")
"""E.164, of any country or region but the mainland, whose numbers have forms of their own."""

_EMAIL: Final = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,62}")
_CASE_NUMBER: Final = re.compile(
    r"[(〔\[【〖{<〈《](?P<year>[0-9]{4})[)〕\]】〗}>〉》]"
    r"(?P<court>最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军][0-9]{0,4})"
    r"(?P<special>知)?(?P<type>[一-龥]{1,5}?)(?:字第|字)?(?P<number>[0-9]{1,8})"
    r"(?:(?P<dash>-[0-9]{1,3})号|(?P<inner>之[一二三四五六七八九十百0-9]{1,4})号|号(?P<part>之[一二三四五六七八九十百0-9]{1,4})?)"
)
_NAME_DOTS: Final = str.maketrans(dict.fromkeys("•‧・∙⋅.", "·"))
"""Ways in which the dot of a transcribed name is typed; GB 18030 systems disagree on it."""


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A court case number 案号 in parts.

    Attributes:
        text: Normalised: full-width round brackets, ASCII digits, no blanks, no zeros before the running number.
        original: As given.
        year: Year of receipt.
        court_code: 法院代字, such as `苏0922`; never computed from a region code.
        special: One-character 专门审判代字 such as 知, or None.
        type_code: 类型代字 of one to five characters, such as 民初 or 民诉前调.
        number: Running number.
        part: Suffix such as 之一 or `-1`, or None.
    """

    text: str
    original: str
    year: int
    court_code: str
    special: str | None
    type_code: str
    number: int
    part: str | None


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """A document of a person: code of list `id_type`, and its number, checked at the edge."""

    id_type: str
    id_number: str


def resident_id(text: str, *, today: date) -> str:
    """A resident identity number, 18 characters, check digit X in upper case.

    Checked: length, characters, province, birth date (exists, not after `today`), check digit. The county part is not
    looked up: abolished codes stay valid for life, and a person may be older than the county that issued the number.

    Raises:
        Refusal: `identity_number_invalid`; fact `fault` is `form`, `region`, `birth_date` or `check_digit`.

    Legal source: none; GB 11643-1999.
    """
    number = _compact(text)
    if not _RESIDENT_ID.fullmatch(number):
        raise _bad_identity("form")
    if number[:2] not in _PROVINCES:
        raise _bad_identity("region")
    if number[-1] != ric.calc_check_digit(number):
        raise _bad_identity("check_digit")
    if not _is_birth_date(number, today):
        raise _bad_identity("birth_date")
    return number


def credit_code(text: str) -> str:
    """A unified social credit code, 18 characters in upper case, without the letters I, O, S, V, Z.

    The first two characters may be letters: rural collectives have codes that start with N.

    Raises:
        Refusal: `identity_number_invalid`; fact `fault` is `form`, `check_digit`, or `forbidden_letter`, and then
            `letters` are those that no code has.

    Legal source: none; GB 32100-2015.
    """
    number = _compact(text)
    if _CREDIT_CODE_BUT_FOR_LETTERS.fullmatch(number) and any(letter in number for letter in FORBIDDEN_LETTERS):
        raise Refusal("identity_number_invalid", facts={"fault": "forbidden_letter", "letters": FORBIDDEN_LETTERS})
    if not _CREDIT_CODE.fullmatch(number):
        raise _bad_identity("form")
    if number[-1] != uscc.calc_check_digit(number):
        raise _bad_identity("check_digit")
    return number


def identity_number(id_type: str, text: str, *, today: date) -> str:
    """The number of a document of list `id_type`, normalised.

    Resident numbers, residence permits, credit codes and the newer permanent residence cards are checked in full, other
    documents only for their form.

    Raises:
        Refusal: `identity_number_invalid`.

    Legal source: none; forms of passports, travel permits and permanent residence cards are from memory, not verified.
    """
    match id_type:
        case "resident_id":
            return resident_id(text, today=today)
        case "residence_permit":
            return _residence_permit(text, today)
        case "credit_code":
            return credit_code(text)
        case "foreign_permanent_residence":
            return _permanent_residence(text)
    number = _compact(text)
    if not _DOCUMENTS.get(id_type, _OTHER_DOCUMENT).fullmatch(number):
        raise _bad_identity("form")
    return number


def phone(text: str) -> str:
    """A telephone number: 11-digit mobile, landline with or without area code, 400/800 number, or one from elsewhere.

    Country code 86, blanks, brackets and hyphens are dropped; an extension stays after one hyphen. Numbers of Hong
    Kong, Macao, Taiwan and abroad begin with + and their code, and keep both.

    Raises:
        Refusal: `phone_invalid`.

    Legal source: none; ITU-T E.164 for numbers from elsewhere.
    """
    number = _compact(text).replace("(", "").replace(")", "")
    joined = number.replace("-", "")
    if _ABROAD.fullmatch(joined):
        return joined
    mobile = _MOBILE.fullmatch(number)
    if mobile is not None:
        return "".join(mobile.groups())
    landline = _LANDLINE.fullmatch(number)
    if landline is None:
        raise Refusal("phone_invalid")
    *parts, extension = landline.groups(default="")
    return "".join(parts) + (f"-{extension}" if extension else "")


def is_email(text: str) -> bool:
    """Whether a text has the simple form of an e-mail address: a name, one @, a domain with a dot."""
    return len(text) <= EMAIL_CHARS_MAX and _EMAIL.fullmatch(text) is not None


@lru_cache(maxsize=256)
def case_number(text: str) -> CaseNumber:
    """A court case number in parts.

    Every kind of bracket, full-width digits and letters, blanks and invisible characters are normalised; the older
    spelling 字第 and zeros before the number are read and dropped, and 之一 stands behind 号. The court's code is taken
    as it stands: it is not looked up here, and never computed from a region.

    Raises:
        Refusal: `case_number_invalid`.

    Legal source: 〔2015〕137号 and 法〔2018〕335号 on case numbers; type codes of up to five characters are in use.
    """
    match = _CASE_NUMBER.fullmatch(_compact(text))
    if match is None:
        raise Refusal("case_number_invalid")
    year, court, special, kind, number = match.group("year", "court", "special", "type", "number")
    dash, suffix = match.group("dash"), match.group("inner") or match.group("part")
    return CaseNumber(
        text=f"（{year}）{court}{special or ''}{kind}{int(number)}{dash or ''}号{suffix or ''}",
        original=text,
        year=int(year),
        court_code=court,
        special=special,
        type_code=kind,
        number=int(number),
        part=dash or suffix,
    )


def name_key(name: str) -> str:
    """A name as it enters a keyed hash: compatibility forms, case, blanks, invisible characters and dots made equal.

    The result is for comparing only and is never shown. It may be empty.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    if folded.isalnum():
        return folded
    kept = (char for char in folded if not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc"})
    return "".join(kept).translate(_NAME_DOTS)


def _compact(text: str) -> str:
    """Compatibility forms and case made equal, dashes unified, nothing that is not seen; empty when too long."""
    if len(text) > MAX_CHARS:
        return ""
    plain = unicodedata.normalize("NFKC", text).upper()
    if plain.isalnum():
        return plain
    seen = (char for char in plain if not char.isspace() and unicodedata.category(char) != "Cf")
    return "".join("-" if unicodedata.category(char) == "Pd" else char for char in seen)


def _residence_permit(text: str, today: date) -> str:
    """A residence permit of Hong Kong, Macao or Taiwan residents: a resident number of the regions 81, 82, 83."""
    number = resident_id(text, today=today)
    if number[:2] not in _PERMIT_REGIONS:
        raise _bad_identity("region")
    return number


def _permanent_residence(text: str) -> str:
    """A foreigner's permanent residence card: 15 characters, or 18 with the check digit of resident numbers."""
    number = _compact(text)
    if not _PERMANENT_RESIDENCE.fullmatch(number):
        raise _bad_identity("form")
    if number[0] == "9" and number[-1] != ric.calc_check_digit(number):
        raise _bad_identity("check_digit")
    return number


def _is_birth_date(number: str, today: date) -> bool:
    try:
        born_on = ric.get_birth_date(number)
    except ValidationError:
        return False
    return born_on.year >= EARLIEST_BIRTH_YEAR and born_on <= today


def _bad_identity(fault: str) -> Refusal:
    return Refusal("identity_number_invalid", facts={"fault": fault})
