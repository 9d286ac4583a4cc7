"""Legal sources as data: every rule of the service names ids of this table and nothing else.

A row says what was read, in which version, and how well it is known. It never says more than that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.decisions import DECISIONS
from app.domain.instruments import INSTRUMENTS, INTERPRETATIONS, OWN_ARTICLES, OWN_MARKS, Mark

__all__ = ["SOURCES", "Mark", "Source", "SourceId"]


class SourceId(StrEnum):
    """Ids of sources: instrument, then article or item; `CPL_2021` is the civil procedure law in its 2021 numbering.

    OMR online mediation rules, IMR invited mediation provisions, CPL civil procedure law, CPLI its interpretation,
    JCR judicial confirmation provisions, PML people's mediation law, LDMA labour dispute mediation and arbitration law,
    LAR labour arbitration rules, LNM labour negotiation and mediation provisions, CC civil code, LIM limitation
    provisions, RCR registration of cases, LFM litigation costs, NDE notarised debts, NAL notarisation law, ESL electronic signature law, W1 the 2025 opinion on filing and mediation, DMR the 2016
    opinion on diversified resolution, PMW people's mediation work provisions, CMR commercial mediation regulation, CMP
    civil mediation provisions, LSI labour dispute interpretation, CNR case numbers, PIPL personal information protection law, PD product decisions, IN
    interpretations.
    """

    OMR_4 = "OMR_4"
    OMR_5 = "OMR_5"
    OMR_8 = "OMR_8"
    OMR_9 = "OMR_9"
    OMR_10 = "OMR_10"
    OMR_11 = "OMR_11"
    OMR_12 = "OMR_12"
    OMR_13 = "OMR_13"
    OMR_14 = "OMR_14"
    OMR_15 = "OMR_15"
    OMR_16 = "OMR_16"
    OMR_17 = "OMR_17"
    OMR_18 = "OMR_18"
    OMR_19 = "OMR_19"
    OMR_20 = "OMR_20"
    OMR_21 = "OMR_21"
    OMR_22 = "OMR_22"
    OMR_23 = "OMR_23"
    OMR_24 = "OMR_24"
    OMR_25 = "OMR_25"
    OMR_26 = "OMR_26"
    OMR_27 = "OMR_27"
    OMR_29 = "OMR_29"
    OMR_30 = "OMR_30"
    IMR_1 = "IMR_1"
    IMR_2 = "IMR_2"
    IMR_11 = "IMR_11"
    IMR_12 = "IMR_12"
    IMR_13 = "IMR_13"
    IMR_14 = "IMR_14"
    IMR_15 = "IMR_15"
    IMR_16 = "IMR_16"
    IMR_18 = "IMR_18"
    IMR_19 = "IMR_19"
    IMR_20 = "IMR_20"
    IMR_21 = "IMR_21"
    IMR_22 = "IMR_22"
    IMR_23 = "IMR_23"
    IMR_24 = "IMR_24"
    IMR_25 = "IMR_25"
    IMR_26 = "IMR_26"
    IMR_27 = "IMR_27"
    IMR_28 = "IMR_28"
    CPL_85 = "CPL_85"
    CPL_56 = "CPL_56"
    CPL_90 = "CPL_90"
    CPL_98 = "CPL_98"
    CPL_100 = "CPL_100"
    CPL_102 = "CPL_102"
    CPL_104 = "CPL_104"
    CPL_125 = "CPL_125"
    CPL_126 = "CPL_126"
    CPL_148 = "CPL_148"
    CPL_187 = "CPL_187"
    CPL_205 = "CPL_205"
    CPL_206 = "CPL_206"
    CPL_226 = "CPL_226"
    CPL_227 = "CPL_227"
    CPL_228 = "CPL_228"
    CPL_250 = "CPL_250"
    CPL_2021_201 = "CPL_2021_201"
    CPL_2021_202 = "CPL_2021_202"
    CPL_2021_246 = "CPL_2021_246"
    CPLI_125 = "CPLI_125"
    CPLI_126 = "CPLI_126"
    CPLI_127 = "CPLI_127"
    CPLI_133 = "CPLI_133"
    CPLI_351 = "CPLI_351"
    CPLI_352 = "CPLI_352"
    CPLI_353 = "CPLI_353"
    CPLI_354 = "CPLI_354"
    CPLI_355 = "CPLI_355"
    CPLI_356 = "CPLI_356"
    CPLI_357 = "CPLI_357"
    CPLI_358 = "CPLI_358"
    CPLI_372 = "CPLI_372"
    CPLI_426 = "CPLI_426"
    CPLI_427 = "CPLI_427"
    CPLI_428 = "CPLI_428"
    CPLI_430 = "CPLI_430"
    CPLI_438 = "CPLI_438"
    CPLI_439 = "CPLI_439"
    CPLI_136 = "CPLI_136"
    CPLI_147 = "CPLI_147"
    CPLI_149 = "CPLI_149"
    JCR_4 = "JCR_4"
    JCR_5 = "JCR_5"
    PML_15 = "PML_15"
    PML_17 = "PML_17"
    PML_26 = "PML_26"
    PML_27 = "PML_27"
    PML_29 = "PML_29"
    PML_30 = "PML_30"
    PML_31 = "PML_31"
    PML_32 = "PML_32"
    PML_33 = "PML_33"
    PMW_33 = "PMW_33"
    LDMA_5 = "LDMA_5"
    LDMA_10 = "LDMA_10"
    LDMA_14 = "LDMA_14"
    LDMA_15 = "LDMA_15"
    LDMA_16 = "LDMA_16"
    LDMA_27 = "LDMA_27"
    LDMA_29 = "LDMA_29"
    LDMA_7 = "LDMA_7"
    LAR_74 = "LAR_74"
    LAR_75 = "LAR_75"
    LAR_76 = "LAR_76"
    LAR_DELEGATION = "LAR_DELEGATION"
    LNM_22 = "LNM_22"
    CC_188 = "CC_188"
    CC_195 = "CC_195"
    CC_201 = "CC_201"
    CC_202 = "CC_202"
    CC_203 = "CC_203"
    LIM_12 = "LIM_12"
    LSI_15 = "LSI_15"
    RCR_2 = "RCR_2"
    RCR_8 = "RCR_8"
    NDE_9 = "NDE_9"
    CMP_1 = "CMP_1"
    CMP_4 = "CMP_4"
    CMP_10 = "CMP_10"
    CMP_14 = "CMP_14"
    DMR_24 = "DMR_24"
    W1_1 = "W1_1"
    W1_2 = "W1_2"
    W1_3 = "W1_3"
    W1_4 = "W1_4"
    W1_5 = "W1_5"
    W1_6 = "W1_6"
    CNR_3 = "CNR_3"
    CMR_2 = "CMR_2"
    CMR_15 = "CMR_15"
    CMR_20 = "CMR_20"
    CMR_22 = "CMR_22"
    CMR_23 = "CMR_23"
    CMR_32 = "CMR_32"
    PD_REPORT_WINDOW = "PD_REPORT_WINDOW"
    PD_LATE_ACCEPTANCE = "PD_LATE_ACCEPTANCE"
    PD_TAKE_BACK = "PD_TAKE_BACK"
    PD_CANCEL = "PD_CANCEL"
    PD_HAND_BACK = "PD_HAND_BACK"
    PD_TRANSFER = "PD_TRANSFER"
    PD_FEEDBACK = "PD_FEEDBACK"
    PD_TERM_EXPIRED = "PD_TERM_EXPIRED"
    PD_CHANNEL = "PD_CHANNEL"
    PD_CODES = "PD_CODES"
    PD_TRACKS = "PD_TRACKS"
    PD_EARLIER_LAW = "PD_EARLIER_LAW"
    PD_CONFIRMATION_AFTER_ENTRUSTMENT = "PD_CONFIRMATION_AFTER_ENTRUSTMENT"
    PD_DOSSIER = "PD_DOSSIER"
    PD_URGE = "PD_URGE"
    PD_SERIES = "PD_SERIES"
    PD_SANDBOX = "PD_SANDBOX"
    PD_TERM_ON_REASSIGNMENT = "PD_TERM_ON_REASSIGNMENT"
    PD_REOPEN = "PD_REOPEN"
    PD_LEAD_TIMES = "PD_LEAD_TIMES"
    LFM_22 = "LFM_22"
    IN_WORKING_DAYS = "IN_WORKING_DAYS"
    IN_MAKEUP_WORKDAY = "IN_MAKEUP_WORKDAY"
    IN_WEEKEND = "IN_WEEKEND"
    IN_MEDIATION_TERM_ROLLS = "IN_MEDIATION_TERM_ROLLS"
    IN_TWO_REGIMES = "IN_TWO_REGIMES"
    IN_PROVISIONAL = "IN_PROVISIONAL"
    IN_CAUSE_NOT_CONFIRMABLE = "IN_CAUSE_NOT_CONFIRMABLE"
    IN_END_REASONS = "IN_END_REASONS"
    IN_GENERAL_INVITED = "IN_GENERAL_INVITED"
    IN_COMMERCIAL_EXCLUSIONS = "IN_COMMERCIAL_EXCLUSIONS"
    CPL_225 = "CPL_225"
    CPLI_435 = "CPLI_435"
    LSI_13 = "LSI_13"
    LAR_77 = "LAR_77"
    LAR_78 = "LAR_78"
    NAL_37 = "NAL_37"
    NDE_3 = "NDE_3"
    NDE_5 = "NDE_5"
    NDE_8 = "NDE_8"
    CPL_235 = "CPL_235"
    CPL_239 = "CPL_239"
    CPL_241 = "CPL_241"
    CPL_247 = "CPL_247"
    CPL_248 = "CPL_248"
    CPL_249 = "CPL_249"
    CPL_268 = "CPL_268"
    CPLI_434 = "CPLI_434"
    CPLI_440 = "CPLI_440"
    CPLI_460 = "CPLI_460"
    CPLI_461 = "CPLI_461"
    CPLI_464 = "CPLI_464"
    CPLI_465 = "CPLI_465"
    CPLI_466 = "CPLI_466"
    CPLI_478 = "CPLI_478"
    CPLI_481 = "CPLI_481"
    CPLI_517 = "CPLI_517"
    CPLI_518 = "CPLI_518"
    NDE_2 = "NDE_2"
    NDE_12 = "NDE_12"
    NDE_19 = "NDE_19"
    NDE_20 = "NDE_20"
    LDMA_51 = "LDMA_51"
    LIM_11 = "LIM_11"
    PD_SUSPENSION = "PD_SUSPENSION"
    PD_CONFLICT = "PD_CONFLICT"
    CMR_13 = "CMR_13"
    PD_BREACH_BY_TIME = "PD_BREACH_BY_TIME"
    PD_INSTALMENTS = "PD_INSTALMENTS"
    PML_28 = "PML_28"
    CPLI_150 = "CPLI_150"
    CMP_8 = "CMP_8"
    CMP_9 = "CMP_9"
    ESL_3 = "ESL_3"
    IN_NOT_ELECTRONIC = "IN_NOT_ELECTRONIC"
    PD_REPUDIATION = "PD_REPUDIATION"
    PD_ASSISTED = "PD_ASSISTED"
    PD_DISPATCH = "PD_DISPATCH"
    PD_CAPACITY = "PD_CAPACITY"
    PD_STATEMENT_BEFORE_FILING = "PD_STATEMENT_BEFORE_FILING"
    PD_SHARING = "PD_SHARING"
    IMR_5 = "IMR_5"
    PIPL_13 = "PIPL_13"
    PIPL_23 = "PIPL_23"
    PD_OWN_DISPUTE = "PD_OWN_DISPUTE"
    PD_SUCCESSION = "PD_SUCCESSION"
    CPLI_151 = "CPLI_151"
    PD_SIGNING_CLAUSE = "PD_SIGNING_CLAUSE"
    PD_AGENT_SIGNS = "PD_AGENT_SIGNS"


@dataclass(frozen=True, slots=True)
class Source:
    """One article, item or decision.

    Attributes:
        id: Its id.
        instrument_zh: Official name and number, or what was decided.
        instrument_en: The same in English.
        article: Article or item number; empty for decisions and interpretations.
        version_note: Which text is meant, and what is doubtful about its dates or numbering.
        in_force_from: First day in force; None where it is not recorded.
        in_force_to: Last day in force; None where no end is known.
        mark: How well it is known.
    """

    id: SourceId
    instrument_zh: str
    instrument_en: str
    article: str
    version_note: str
    in_force_from: date | None
    in_force_to: date | None
    mark: Mark


def _law(source: SourceId) -> Source:
    prefix, _, article = source.rpartition("_")
    instrument = INSTRUMENTS[prefix]
    return Source(
        id=source,
        instrument_zh=instrument.zh,
        instrument_en=instrument.en,
        article=OWN_ARTICLES.get(source, article),
        version_note=instrument.note,
        in_force_from=instrument.from_on,
        in_force_to=instrument.to_on,
        mark=OWN_MARKS.get(source, instrument.mark),
    )


def _own(source: SourceId, texts: tuple[str, str, str], mark: Mark) -> Source:
    zh, en, note = texts
    return Source(source, zh, en, "", note, None, None, mark)


def _row(source: SourceId) -> Source:
    if source in DECISIONS:
        return _own(source, DECISIONS[source], Mark.PRODUCT_DECISION)
    if source in INTERPRETATIONS:
        return _own(source, INTERPRETATIONS[source], Mark.INTERPRETATION)
    return _law(source)


SOURCES: Final[Mapping[str, Source]] = {source: _row(source) for source in SourceId}
"""Every source by id; a member of `SourceId` without a row cannot exist, since the module would not import."""
