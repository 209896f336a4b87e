"""Which form of a word goes with a number: the plural categories of Unicode CLDR, for whole numbers.

The rules are those of CLDR 46, ``common/supplemental/plurals.xml``, cardinal, with the operand ``i`` alone.
"""

from collections.abc import Callable
from typing import Literal

Category = Literal["zero", "one", "two", "few", "many", "other"]
CATEGORIES: tuple[Category, ...] = ("zero", "one", "two", "few", "many", "other")
# The categories that hold one number only: their texts need not show it.
ALONE = ("zero", "one", "two")


def _single(n: int) -> Category:
    return "one" if n == 1 else "other"


def _none_too(n: int) -> Category:
    return "one" if n in (0, 1) else "other"


def _same(_: int) -> Category:
    return "other"


def _arabic(n: int) -> Category:
    if n <= 2:
        return ("zero", "one", "two")[n]
    return "few" if 3 <= n % 100 <= 10 else "many" if n % 100 >= 11 else "other"


def _hebrew(n: int) -> Category:
    return "one" if n == 1 else "two" if n == 2 else "other"


def _east_slavic(n: int) -> Category:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else "many"


def _south_slavic(n: int) -> Category:
    found = _east_slavic(n)
    return "other" if found == "many" else found


def _polish(n: int) -> Category:
    return "one" if n == 1 else "few" if _east_slavic(n) == "few" else "many"


def _czech(n: int) -> Category:
    return "one" if n == 1 else "few" if 2 <= n <= 4 else "other"


_RULES: dict[Callable[[int], Category], tuple[tuple[Category, ...], str]] = {
    _same: (("other",), "id ja km ko lo ms my th vi yue zh"),
    _none_too: (("one", "other"), "am as bn fa gu hi hy kn zu"),
    _arabic: (CATEGORIES, "ar"),
    _hebrew: (("one", "two", "other"), "he"),
    _east_slavic: (("one", "few", "many"), "be ru uk"),
    _south_slavic: (("one", "few", "other"), "bs hr sr"),
    _polish: (("one", "few", "many"), "pl"),
    _czech: (("one", "few", "other"), "cs sk"),
}
_BY_LANGUAGE = {code: rule for rule, (_, codes) in _RULES.items() for code in codes.split()}


def category(language: str, number: int) -> Category:
    """The category of a number that is not negative; a language that has no rule here counts as English does."""
    return _BY_LANGUAGE.get(_base(language), _single)(number)


def categories(language: str) -> tuple[Category, ...]:
    """The categories that whole numbers fall into in a language, in the order of CLDR."""
    rule = _BY_LANGUAGE.get(_base(language))
    return _RULES[rule][0] if rule else ("one", "other")


def _base(language: str) -> str:
    return language.partition("-")[0].lower()
