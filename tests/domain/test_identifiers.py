"""Identifiers: what is accepted, what is refused, and that nothing given comes back in a refusal."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from app.domain.errors import Refusal
from app.domain.identifiers import case_number, credit_code, identity_number, is_email, name_key, phone, resident_id
from tests.each import each

TODAY = date(2026, 11, 22)


def refused(call, *arguments, **named):
    with pytest.raises(Refusal) as caught:
        call(*arguments, **named)
    return caught.value


def with_check_digit(seventeen):
    return seventeen + ric.calc_check_digit(seventeen + "0")


@each(
    "given_as",
    ["11010519491231002X", " 11010519491231002x ", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"],
)
def test_a_resident_number_is_normalised(given_as):
    assert resident_id(given_as, today=TODAY) == "11010519491231002X"


@each(
    "seventeen",
    [
        "44030119600101001",
        "51022519850615001",
        "81000019800101001",
        "83000019800101001",
    ],
)
def test_trap_26_a_number_of_an_abolished_or_younger_county_is_accepted(seventeen):
    """440301 exists since 1983 only, 510225 went to Chongqing in 1997; their numbers stay valid for life."""
    number = with_check_digit(seventeen)

    assert resident_id(number, today=TODAY) == number


@each(
    ("number", "fault"),
    [
        ("110105194912310021", "check_digit"),
        ("1101051949123100", "form"),
        ("11010519491231002Y", "form"),
        ("", "form"),
        (with_check_digit("99010519491231002"), "region"),
        (with_check_digit("11010519490230002"), "birth_date"),
        (with_check_digit("11010520261123002"), "birth_date"),
        (with_check_digit("11010500011231002"), "birth_date"),
    ],
)
def test_a_wrong_resident_number_is_refused_by_kind_of_fault_and_never_echoed(number, fault):
    refusal = refused(resident_id, number, today=TODAY)

    assert (refusal.code, refusal.facts) == ("identity_number_invalid", {"fault": fault})


def test_a_child_born_today_has_a_valid_number():
    number = with_check_digit("11010520261122002")

    assert resident_id(number, today=TODAY) == number


@each("position", range(17))
def test_every_single_wrong_digit_is_noticed(position):
    number = "11010519491231002X"
    for digit in "0123456789":
        if digit != number[position]:
            refused(resident_id, number[:position] + digit + number[position + 1 :], today=TODAY)


@each("code", ["91110000600037341L", "91350100m000100y43"])
def test_a_credit_code_is_accepted_in_either_case(code):
    assert credit_code(code) == code.upper()


def test_a_credit_code_may_start_with_a_letter():
    """Codes of rural collective economic organisations start with N."""
    first = "N2110105MF0000001"
    accepted = []

    for last in "0123456789ABCDEFGHJKLMNPQRTUWXY":
        try:
            accepted.append(credit_code(first + last))
        except Refusal:
            continue

    assert len(accepted) == 1


@each(
    ("code", "fault"),
    [
        ("91110000600037341M", "check_digit"),
        ("91110000600037341", "form"),
    ],
)
def test_a_wrong_credit_code_is_refused_and_never_echoed(code, fault):
    refusal = refused(credit_code, code)

    assert (refusal.code, refusal.facts) == ("identity_number_invalid", {"fault": fault})


@each("letter", ["I", "o", "S", "v", "Ｚ"])
def test_trap_26_a_forbidden_letter_of_a_credit_code_is_told_from_other_faults(letter):
    """Naming all five letters helps whoever typed O for 0, and gives nothing back of what was typed."""
    refusal = refused(credit_code, f"9111000060003734{letter}L")

    assert (refusal.code, refusal.facts) == (
        "identity_number_invalid",
        {"fault": "forbidden_letter", "letters": "IOSVZ"},
    )


@each(
    ("id_type", "number", "normalised"),
    [
        ("resident_id", "11010519491231002x", "11010519491231002X"),
        ("credit_code", "91110000600037341l", "91110000600037341L"),
        ("passport", "e 12345678", "E12345678"),
        ("hk_macao_permit", "H0123456701", "H0123456701"),
        ("other", "军字第", None),
        ("other", "A-12/34", "A-12/34"),
        ("passport", "E1", None),
        ("passport", "E-12345678", None),
        ("hk_macao_permit", "h01234567", "H01234567"),
        ("hk_macao_permit", "A01234567", None),
        ("taiwan_permit", "01234567", "01234567"),
        ("taiwan_permit", "0123456789（B）", "0123456789(B)"),
        ("taiwan_permit", "0123456", None),
        ("foreign_permanent_residence", "usa110102198001", "USA110102198001"),
        ("foreign_permanent_residence", "us1110102198001", None),
    ],
)
def test_the_document_decides_the_check(id_type, number, normalised):
    if normalised is None:
        assert refused(identity_number, id_type, number, today=TODAY).facts == {"fault": "form"}
    else:
        assert identity_number(id_type, number, today=TODAY) == normalised


def test_a_newer_permanent_residence_card_has_the_check_digit_of_resident_numbers():
    number = with_check_digit("91100119800101001")
    wrong = number[:-1] + ("1" if number[-1] == "0" else "0")

    assert identity_number("foreign_permanent_residence", number, today=TODAY) == number
    refusal = refused(identity_number, "foreign_permanent_residence", wrong, today=TODAY)
    assert refusal.facts == {"fault": "check_digit"}


@each("region", ["810000", "820000", "830000"])
def test_a_residence_permit_is_a_resident_number_of_its_three_regions(region):
    number = with_check_digit(region + "19800101001")

    assert identity_number("residence_permit", number, today=TODAY) == number


def test_a_resident_number_of_the_mainland_is_no_residence_permit():
    refusal = refused(identity_number, "residence_permit", "11010519491231002X", today=TODAY)

    assert refusal.facts == {"fault": "region"}


@each(
    ("text", "normalised"),
    [
        ("13800138000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("８６13800138000", "13800138000"),
        ("010-62345678", "01062345678"),
        ("(0373) 2345678", "03732345678"),
        ("010-62345678转801", "01062345678-801"),
        ("62345678", "62345678"),
        ("400-123-4567", "4001234567"),
        ("+85291234567", "+85291234567"),
        ("＋853 6612-3456", "+85366123456"),
        ("+886 (2) 2345 6789", "+886223456789"),
        ("+1 212 555 0100", "+12125550100"),
        ("+ 49-30-123456", "+4930123456"),
    ],
)
def test_a_phone_number_is_normalised(text, normalised):
    assert phone(text) == normalised


FOREIGN = [
    "85291234567",
    "+85",
    "+0123456789",
    "+1234567890123456",
    "+8612012345678",
    "+8-612012345678",
    "++85291234567",
    "+1-212-555-O100",
]


@each(
    ("text", "is_one"),
    [
        ("name@example.com", True),
        ("first.last+court@mail.example.org", True),
        ("李四@例子.公司", True),
        ("name@example", False),
        ("name@@example.com", False),
        ("a name@example.com", False),
        ("@example.com", False),
        (f"name@{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.com", False),
    ],
)
def test_an_e_mail_address_is_known_by_its_form(text, is_one):
    assert is_email(text) is is_one


@each("text", ["", "12012345678", "138001380001", "1380013800", "电话未知", "0" * 500, *FOREIGN])
def test_a_wrong_phone_number_is_refused_and_never_echoed(text):
    refusal = refused(phone, text)

    assert (refusal.code, refusal.facts) == ("phone_invalid", {})


@each(
    ("text", "normalised", "court_code", "special", "type_code", "number"),
    [
        ("(2021)川0104民诉前调801号", "（2021）川0104民诉前调801号", "川0104", None, "民诉前调", 801),
        ("〔2024〕浙02民诉前调595号", "（2024）浙02民诉前调595号", "浙02", None, "民诉前调", 595),
        ("（２０２３）沪０１１５民初１１６５８４号", "（2023）沪0115民初116584号", "沪0115", None, "民初", 116584),
        ("（2019）最高法知民终1号", "（2019）最高法知民终1号", "最高法", "知", "民终", 1),
        ("（2022）沪74 行初 2 号", "（2022）沪74行初2号", "沪74", None, "行初", 2),
        ("（2016）苏10民终字第2629号", "（2016）苏10民终2629号", "苏10", None, "民终", 2629),
        ("（2018）豫01执3号之一", "（2018）豫01执3号之一", "豫01", None, "执", 3),
        ("（2016）苏民终997号", "（2016）苏民终997号", "苏", None, "民终", 997),
        ("[2022]津0319民初1号", "（2022）津0319民初1号", "津0319", None, "民初", 1),
        ("【2022】豫0194民初2号", "（2022）豫0194民初2号", "豫0194", None, "民初", 2),
        ("［2022］鄂0191民初3号", "（2022）鄂0191民初3号", "鄂0191", None, "民初", 3),
        ("﹝2022﹞吉0192民初4号", "（2022）吉0192民初4号", "吉0192", None, "民初", 4),
        ("(2022〕陕7102 民初\u200b5号", "（2022）陕7102民初5号", "陕7102", None, "民初", 5),
        ("（2022）沪72民初6号", "（2022）沪72民初6号", "沪72", None, "民初", 6),
        ("（2022）兵0103民初7号", "（2022）兵0103民初7号", "兵0103", None, "民初", 7),
        ("（2022）军01民初8号", "（2022）军01民初8号", "军01", None, "民初", 8),
        ("（2020）最高法商初1号", "（2020）最高法商初1号", "最高法", None, "商初", 1),
        ("（2021）沪73知民初9号", "（2021）沪73知民初9号", "沪73", "知", "民初", 9),
        ("（2023）京0105诉前调确10号", "（2023）京0105诉前调确10号", "京0105", None, "诉前调确", 10),
        ("（2023）京0105诉前调书11号", "（2023）京0105诉前调书11号", "京0105", None, "诉前调书", 11),
        ("（2023）鲁0102诉源民12号", "（2023）鲁0102诉源民12号", "鲁0102", None, "诉源民", 12),
        ("（2023）京0105执13号", "（2023）京0105执13号", "京0105", None, "执", 13),
        ("（2018）豫01执恢3之一号", "（2018）豫01执恢3号之一", "豫01", None, "执恢", 3),
        ("（2018）豫01执3号之十二", "（2018）豫01执3号之十二", "豫01", None, "执", 3),
        ("（2015）苏05民初字第123－1号", "（2015）苏05民初123-1号", "苏05", None, "民初", 123),
        ("（2015）苏05民初字第00120号", "（2015）苏05民初120号", "苏05", None, "民初", 120),
    ],
)
def test_a_case_number_is_read_in_parts(text, normalised, court_code, special, type_code, number):
    case = case_number(text)

    assert (case.text, case.original) == (normalised, text)
    assert (case.court_code, case.special, case.type_code, case.number) == (court_code, special, type_code, number)
    assert case_number(case.text).text == case.text


@each(
    ("text", "part"),
    [
        ("（2018）豫01执3号", None),
        ("（2018）豫01执3号之一", "之一"),
        ("（2018）豫01执3之一号", "之一"),
        ("（2018）豫01执3-1号", "-1"),
    ],
)
def test_a_part_of_a_case_is_told_apart_from_the_case(text, part):
    assert case_number(text).part == part


def test_the_codes_of_courts_are_taken_as_they_stand():
    """No region has these digits: a code computed from today's regions would be wrong."""
    codes = [case_number(f"（2022）{code}民初1号").court_code for code in ("津0319", "豫0194", "沪7101", "渝05")]

    assert codes == ["津0319", "豫0194", "沪7101", "渝05"]


@each(
    "text",
    [
        "",
        "2021川0104民初1号",
        "（2021）川0104民初1",
        "（21）川0104民初1号",
        "（2021）美0104民初1号",
        "（2021）川0104民事诉前调解1号",
        "（2021）川01045民初1号",
    ],
)
def test_a_wrong_case_number_is_refused_and_never_echoed(text):
    refusal = refused(case_number, text)

    assert (refusal.code, refusal.facts) == ("case_number_invalid", {})


@each(
    ("one", "other"),
    [
        ("张 三", "张三"),
        ("张三\u200b", "张三"),
        ("ＡＢＣ有限公司", "abc有限公司"),
        ("某某（北京）有限公司", "某某(北京)有限公司"),
        ("买买提·艾力", "买买提•艾力"),
        ("STRASSE", "straße"),
    ],
)
def test_names_that_are_typed_differently_have_one_key(one, other):
    assert name_key(one) == name_key(other)


def test_different_names_keep_different_keys():
    assert name_key("张三") != name_key("张山")


@given(st.text(max_size=60))
def test_a_name_key_has_no_blanks(text):
    assert not any(char.isspace() for char in name_key(text))


@given(st.text(max_size=60) | st.from_regex(r"[0-9X+()\-]{8,20}"))
def test_any_text_is_read_or_refused_with_a_code_and_nothing_of_the_text(text):
    answers = [answer_of(check, text) for check in (phone, credit_code, case_number)]

    allowed = {None, ("phone_invalid", ""), ("case_number_invalid", "")}
    allowed |= {("identity_number_invalid", fault) for fault in ("form", "check_digit", "forbidden_letter")}
    assert set(answers) <= allowed


def answer_of(check, text):
    try:
        check(text)
    except Refusal as refusal:
        return refusal.code, refusal.facts.get("fault", "")
    return None
