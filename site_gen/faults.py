"""Every fault Waymark can name: one list, so that no code and no name is ever used twice."""

from __future__ import annotations

from typing import Final

from site_gen.diagnostic import Fault, Severity

FAULTS: Final[dict[str, Fault]] = {}


def _error(code: str, name: str, summary: str) -> Fault:
    return _add(Fault(code=code, name=name, severity=Severity.ERROR, summary=summary))


def _warning(code: str, name: str, summary: str) -> Fault:
    return _add(Fault(code=code, name=name, severity=Severity.WARNING, summary=summary))


def _add(fault: Fault) -> Fault:
    if fault.code in FAULTS or any(fault.name == other.name for other in FAULTS.values()):
        message = f"{fault.code} {fault.name} is already taken"
        raise ValueError(message)
    FAULTS[fault.code] = fault
    return fault


# 0: reading a file
BAD_YAML = _error("W001", "bad-yaml", "the front matter or settings cannot be read as YAML")
NOT_UTF8 = _error("W002", "not-utf8", "the file is not UTF-8 text")
NO_FRONT_MATTER = _error("W003", "no-front-matter", "the file does not begin with `---`")
UNCLOSED_FRONT_MATTER = _error("W004", "unclosed-front-matter", "the front matter has no closing `---`")
DUPLICATE_KEY = _error("W005", "duplicate-key", "a key stands twice in one mapping")
YAML_FEATURE = _error("W006", "refused-yaml-feature", "an anchor, alias, tag or merge key is used")
TOO_DEEP = _error("W007", "too-deep", "values are nested deeper than any field needs")
TOO_LARGE = _error("W008", "too-large", "the file is larger than a page should be")
UNREADABLE_FILE = _error("W009", "unreadable-file", "the file cannot be opened")
NOT_A_MAPPING = _error("W010", "not-a-mapping", "the front matter is not `key: value` lines")
COLON_IN_VALUE = _error("W011", "colon-in-value", "a colon splits an unquoted text in two")
HASH_IN_VALUE = _warning("W012", "hash-in-value", "` #` cuts off the end of an unquoted text")
TEXT_AFTER_QUOTE = _error("W013", "text-after-quote", "a quoted text goes on after its closing quote")
UNKNOWN_FILE = _warning("W014", "unknown-file", "a file lies where nothing reads it")
CONTROL_CHARACTER = _error("W015", "control-character", "the file holds a character that no text has")
UNCLOSED_FENCE = _error("W016", "unclosed-fence", "a block of code has no end")
UNSETTLED_MERGE = _error("W017", "unsettled-merge", "two versions of a text stand between marks of Git")

# 1: values
UNKNOWN_KEY = _error("W101", "unknown-key", "a key that no field has")
UNKNOWN_DIFFICULTY = _error("W102", "unknown-difficulty", "not one of the four difficulties")
MISSING_KEY = _error("W103", "missing-key", "a required key is missing")
WRONG_TYPE = _error("W104", "wrong-type", "a list or mapping where a text belongs, or the reverse")
BAD_TIMELINE = _error("W105", "bad-timeline", "the timeline is not a number of months")
BAD_SALARY = _error("W106", "bad-salary", "the salary is not a range of money")
BAD_PERCENT = _error("W107", "bad-percent", "not a percentage")
UNKNOWN_DEMAND = _error("W108", "unknown-demand", "not one of the five levels of demand")
BAD_DATE = _error("W109", "bad-date", "not a date")
SUMMARY_TOO_LONG = _warning("W110", "summary-too-long", "the summary is over 160 characters")
EMPTY_VALUE = _error("W111", "empty-value", "a key without a value")
BAD_NUMBER = _error("W112", "bad-number", "not a number in the range a field takes")
UNKNOWN_GATE = _error("W113", "unknown-gate", "not one of the gates")
BAD_ADDRESS = _error("W114", "bad-address", "not a web address")
UNKNOWN_PRIORITY = _error("W115", "unknown-priority", "not one of the three priorities")
SKILL_WITHOUT_PRIORITY = _error("W116", "skill-without-priority", "a skill to learn does not say how much it matters")
SKILL_WITHOUT_DURATION = _error("W117", "skill-without-duration", "a skill to learn does not say how long it takes")
BAD_NAME = _error("W118", "bad-name", "a file name or id that cannot stand in an address")
UNKNOWN_FIT = _error("W119", "unknown-fit", "not one of the fits of an occupation code")
PHASE_WITHOUT_WEEKS = _error("W120", "phase-without-weeks", "a phase does not say how long it takes")
PHASE_WITHOUT_TASKS = _error("W121", "phase-without-tasks", "a phase has nothing to do in it")
MISSING_SECTION = _error("W122", "missing-section", "the overview or the roadmap is missing")
EMPTY_SECTION = _warning("W123", "empty-section", "a heading with nothing under it")
NEARLY_A_SECTION = _warning("W124", "nearly-a-section", "a heading is nearly the name of a section")
DUPLICATE_SECTION = _error("W125", "duplicate-section", "a section stands twice")
NEARLY_A_PART = _warning("W126", "unknown-part", "a part that its section does not have")
ANSWER_MISSING = _error("W127", "question-without-answer", "a question has no answer")
RESOURCE_WITHOUT_NAME = _error("W128", "resource-without-name", "a resource has no name")
BAD_BOOLEAN = _error("W129", "bad-boolean", "neither true nor false")
BAD_OCCUPATION = _error("W130", "bad-occupation-code", "not an occupation code")
BAD_LANGUAGE = _error("W131", "bad-language", "not the code of a language")
BAD_PERIOD = _error("W132", "bad-period", "not a first and a last year")
PLACE_TO_FILL_IN = _error("W133", "place-to-fill-in", "a place that is still to be filled in")
WRONG_FOLDER = _error("W134", "wrong-folder", "a pathway lies among the roles, or a role among the pathways")

# 2: references
UNKNOWN_ROLE = _error("W201", "unknown-role", "no role has this id")
DUPLICATE_SLUG = _error("W202", "duplicate-slug", "two files ask for one address")
FILE_NAME_MISMATCH = _error("W203", "file-name-mismatch", "the file's name is not `<from>-to-<to>`")
BROKEN_LINK = _error("W204", "broken-link", "a link inside the site leads nowhere")
BROKEN_ANCHOR = _error("W205", "broken-anchor", "a link names a heading that is not there")
MISSING_IMAGE = _error("W206", "missing-image", "an image is not there")
UNREACHED_ROLE = _warning("W207", "unreached-role", "no pathway leads to or from a role")
SAME_ROLE = _error("W208", "same-role", "a pathway leads from a role to itself")
UNSAFE_LINK = _error("W209", "unsafe-link", "a link that browsers must not follow")
SKILL_SPELLING = _warning("W210", "skill-spelling", "a skill is spelt in two ways")
UNKNOWN_REFERENCE = _warning("W211", "unknown-reference", "a link by name, and nothing says where it leads")
DUPLICATE_ROLE_NAME = _warning("W212", "duplicate-role-name", "two roles go by one name")
DEAD_LINK = _warning("W213", "dead-link", "an outside address can't be reached")
LOST_ADDRESS = _warning("W214", "lost-address", "an address that was published leads nowhere now")

# 3: contradictions
TIMELINE_DISAGREES = _warning("W301", "timeline-disagrees", "the timeline and the phases disagree")
SALARY_CHANGE_DISAGREES = _warning("W302", "salary-change-disagrees", "the salary change is outside the two ranges")
SALARY_CHANGE_UNFOUNDED = _warning("W303", "salary-change-unfounded", "there is no pay to check the change against")
DIFFICULTY_TOO_LOW = _warning("W304", "difficulty-too-low", "the page allows no such low difficulty")
DIFFICULTY_UNEXPLAINED = _warning("W305", "difficulty-unexplained", "a raised difficulty has no reason")
SKILL_OWNED_AND_TO_LEARN = _warning("W306", "skill-owned-and-to-learn", "a skill is both owned and to learn")
SKILLS_OUTRUN_PHASES = _warning("W307", "skills-outrun-phases", "the skills need more weeks than the phases have")
REVIEWED_IN_FUTURE = _warning("W308", "reviewed-in-future", "the review date has not come yet")
REVIEW_OVERDUE = _warning("W309", "review-overdue", "the last review is too long ago")
SALARIES_NOT_COMPARABLE = _warning("W310", "salaries-not-comparable", "the two ranges differ in currency or place")
REPEATED_NAME = _warning("W311", "repeated-name", "two phases, skills or questions of a guide have one name")
IMPLAUSIBLE_PAY = _warning("W312", "implausible-pay", "a figure of pay that can hardly be meant")

# 4: style
QUESTION_MARK_MISSING = _warning("W401", "question-mark-missing", "a question does not end with `?`")
RAW_HTML = _warning("W402", "raw-html", "HTML is shown as text")
BARE_ADDRESS = _warning("W403", "bare-address", "an address without a name")
HEADING_SKIPPED = _warning("W404", "heading-skipped", "a heading level is skipped")
HEADING_ONE = _warning("W405", "heading-one", "a `#` heading inside a page that has its title already")
IMAGE_WITHOUT_TEXT = _warning("W406", "image-without-text", "an image has no text for those who can't see it")
HEADING_WITHOUT_SPACE = _warning("W407", "heading-without-space", "a heading has no space after its signs")
DOUBLED_WORD = _warning("W408", "doubled-word", "a word stands twice in a row")
LOOSE_ENTRY = _warning("W409", "loose-list-entry", "a sign before a line makes no list entry of it")
TABLE_WITHOUT_RULE = _warning("W410", "table-without-rule", "lines of cells without the line that makes them a table")

# 5: templates and settings
TEMPLATE_FAULT = _error("W501", "template-fault", "a template cannot be rendered")
UNKNOWN_FAULT = _error("W502", "unknown-code", "the settings name a diagnostic that does not exist")
UNKNOWN_SEVERITY = _error("W503", "unknown-severity", "not error, warning or off")
NO_CONTENT = _error("W504", "no-content", "there is nothing to build")
SEVERITY_WITHOUT_EFFECT = _warning("W505", "severity-without-effect", "a comment changes the severity of nothing")
BAD_TABLE = _error("W506", "bad-table", "the table of occupations can't be used")
SEARCH_NOT_INSTALLED = _warning(
    "W507", "search-not-installed", "the site asks for search, and Pagefind isn't installed"
)
PICTURES_WITHOUT_PILLOW = _warning("W508", "pictures-without-pillow", "pictures are wanted, and nothing can draw them")
MISSING_BLOCK = _warning("W509", "missing-block", "a template lacks a block that the one it replaces has")
UNKNOWN_BLOCK = _warning("W510", "unknown-block", "a template fills a block that its parent does not have")
UNUSED_TEMPLATE = _warning("W511", "unused-template", "a template replaces none, and nothing takes it in")
NO_HISTORY = _error("W513", "no-history", "the dates are to come from a history that isn't there as a whole")
PRECOMPRESS_WITHOUT_BROTLI = _warning(
    "W514", "precompress-without-brotli", "packed copies are wanted, and Brotli isn't installed"
)
