"""What the name of a news outlet looks like: alone on a line, or before a section's name, an edition, a slogan."""

import re

from briefgen.clean.tables import phrases, sections, words
from briefgen.model.regex import regex

GENERIC = ("news", "tv", "radio", "online", "media", "press", "review", "today", "magazine", "report", "video", "world")
SMALL = tuple("of the and & for am an der die das de la le du del des da do el van und i24news".split())
NEWSROOMS = frozenset(("news", "times", "tv", "radio", "press", "daily", "agency"))  # words of no person's name
LONGEST = 80
MENU = frozenset(("login", "log", "register", "subscribe", "menu", "search", "home", "sign"))  # words of a page's menu

_PLACE = regex(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}")
_VOWEL = regex(r"[AEIOU]")
_THE = regex(r"The [A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?: \([A-Z]\w+\))?")
_DOMAIN = regex(r"(?:www\.)?[\w-]{2,40}\.(?:com|org|net|co|info|news|tv|eu|uk|us|in|au|ca|de|fr)(?:\.\w\w)?", re.I)
_GLUED = regex(r"[a-z](?:News|TV|Today|Times|Post|Press|Daily|Report)$|^(?:News|i?News)[A-Z]")
_CUT = regex(r" ?[|•·>] ?| - |: |, ")
_SLOGAN = regex(
    r"\b(?:edition|service|news|daily|weekly|newspaper|paper|blog|newsletter|magazine|summary|journal|voice|bulletin)\b",
    re.I,
)
_MAKES = regex(r"\b(?:newspaper|paper|blog|newsletter|magazine|journal|voice)\b", re.I)
_OWN_FORM = regex(
    r"(?!Ma?c[A-Z])[A-Z][a-z]{2,}[A-Z][A-Za-z]{2,}(?: [A-Z]\w+){0,2}|\w[\w-]{2,30}\.[a-z]{2,8}"
    r"|[A-Z]\w+(?: [A-Z]\w+){0,2} in (?:English|Brief)"
)
_SECTION_SIGNS = regex(r"[|•·>/&,]|\band\b")


def is_outlet(text: str) -> bool:
    """Whether a short line names an outlet by its form: a word that outlets' names hold, an acronym, a domain."""
    listed = text.split()
    if not 1 <= len(listed) <= 6 or len(text) > LONGEST or text[-1] in ".!?:;," or ": " in text or is_menu(text):
        return False
    if _DOMAIN.fullmatch(text) or _THE.fullmatch(text) or text.lower() in phrases("outlets"):
        return True
    if not all(w[0].isupper() or w[0].isdigit() or w.lower() in SMALL for w in listed):
        return False
    if text.lower() in GENERIC:
        return False
    if len(listed) == 1 and 3 <= len(text) <= 6 and text.isalpha() and text.isupper():
        return len(text) <= 4 or not _VOWEL.search(text)  # longer ones can be said: cities, mostly
    return _holds_outlet_word(listed) or (len(listed) == 1 and _GLUED.search(text) is not None)


def is_menu(text: str) -> bool:
    """Whether a line is cut by wide gaps, or asks the reader to log in: a page's menu."""
    return "  " in text or not MENU.isdisjoint(text.lower().split())


def _holds_outlet_word(listed: list[str]) -> bool:
    """Whether a name holds a word of outlets' names, or ends in one that only then is such a word."""
    known = sections("outlet_words")
    last = len(listed) > 1 and listed[-1].lower() in known["last"]
    return last or any(word.lower().strip("()") in known["outlet"] for word in listed)


def line_outlet(text: str) -> str | None:
    """The outlet that a line names by itself or before a section or an edition: "The Example Post | World"."""
    if is_outlet(text):
        return text
    cut = _CUT.search(text) if len(text) <= 2 * LONGEST else None
    if cut is None:
        return None
    name, rest = text[: cut.start()], text[cut.end() :]
    if cut.group() == ", ":
        return name if _PLACE.fullmatch(rest) and _names_newsroom(name) else None
    if cut.group() == ": ":
        makes = len(rest.split()) <= 8 and _MAKES.search(rest) is not None
        return name if makes and 1 <= len(name.split()) <= 4 and name.istitle() else None
    goes_on = _is_section(rest) or (len(rest.split()) <= 12 and _SLOGAN.search(rest) is not None)
    return name if name and goes_on and is_outlet(name) else None


def _names_newsroom(name: str) -> bool:
    """Whether the name before a comma and a place is an outlet's and can be no person's: "Example News, Lima"."""
    return is_outlet(name) and (not NEWSROOMS.isdisjoint(name.lower().split()) or name.lower() in phrases("outlets"))


def head_outlet(text: str) -> str | None:
    """The outlet that the very first line of a file names, where a form that elsewhere proves little will do."""
    if _OWN_FORM.fullmatch(text) and text.split(maxsplit=1)[0].lower() not in (*GENERIC, *words("networks")):
        return text
    return line_outlet(text)


def _is_section(text: str) -> bool:
    """Whether a line holds nothing but names of sections."""
    listed = _SECTION_SIGNS.sub(" ", text.lower()).split()
    return 0 < len(listed) <= 10 and all(word in words("section_words") for word in listed)
