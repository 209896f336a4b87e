"""What the makers of time expressions know: the article's date, the clause's tense, the dates mentioned so far."""

import re
from bisect import bisect_left
from datetime import date

from msgspec import Struct

from briefgen.extract.times.tense import direction
from briefgen.extract.times.words import Match
from briefgen.model import dates
from briefgen.model.analysis import Token
from briefgen.model.annotation import Anchor, TimexType

_LOOK = 48


class Found(Struct, frozen=True, gc=False):
    """The meaning of an expression; ``cut`` is its end where that is not the pattern's.

    ``reported`` marks a quarter whose figures the article reports; "a year earlier" is then its forerunner.
    """

    type: TimexType
    value: str
    edtf: str | None = None
    anchor: Anchor | None = None
    score: float = 0.9
    cut: int | None = None
    reported: bool = False


class Desk:
    """The reading of one article, sentence by sentence; it remembers the last date and quarter that were mentioned."""

    def __init__(self, published: str | None) -> None:
        self.published = published if published and dates.is_valid(published) else None
        first = dates.bounds(self.published)[0] if self.published else date.min
        self.day = first if self.published and dates.is_day(self.published) else None
        self.year = first.year if self.published and first != date.min else None
        self.low = ""
        self.text = ""
        self.tokens: tuple[Token, ...] = ()
        self.starts: list[int] = []
        self.said: dict[re.Pattern[str], bool] = {}
        self.offset = 0
        self.quarter: tuple[int, int] | None = None
        self.last: str | None = None
        self.last_age = 0
        self.here: str | None = None

    def open(self, text: str, low: str, tokens: tuple[Token, ...], offset: int) -> None:
        """Begin a sentence: its text, the same in small letters, its tokens, where it begins in the article."""
        self.text, self.low, self.tokens, self.offset = text, low, tokens, offset
        self.starts = []
        self.said = {}
        self.here = None

    def says(self, words: re.Pattern[str]) -> bool:
        """Whether the sentence has these words anywhere; looked for once."""
        if words not in self.said:
            self.said[words] = words.search(self.low) is not None
        return self.said[words]

    def before(self, match: Match, name: str | int = 0) -> str:
        """What stands before an expression, or a part of it, in the sentence: as much as any rule looks at."""
        return self.low[max(match.start(name) - _LOOK, 0) : match.start(name)]

    def after(self, match: Match, name: str | int = 0) -> str:
        """What stands after it."""
        return self.low[match.end(name) : match.end(name) + _LOOK]

    def pass_by(self) -> None:
        """One more sentence read: what was mentioned fades."""
        self.last_age += 1
        if self.last_age > 2:
            self.last = None

    def note(self, found: Found) -> None:
        """Remember a date, so that "that day" or "a year earlier" can refer to it."""
        if found.reported:
            self.quarter = int(found.value[:4]), int(found.value[6:])
        if found.edtf and found.type in ("DATE", "TIME") and len(found.edtf) <= 10 and "X" not in found.edtf:
            self.last, self.last_age = found.edtf.rstrip("?~%"), 0
            if dates.is_day(found.edtf):
                self.here = self.last

    # Meanings

    def relative(self, anchor: Anchor, score: float = 0.9, type_: TimexType = "DATE", suffix: str = "") -> Found:
        """The meaning of an expression that hangs on the article's date."""
        edtf = dates.resolve(anchor, self.published) if self.published else None
        return Found(type_, value(anchor, edtf) + suffix, edtf, anchor, score)

    def reports(self, year: int, quarter: int) -> bool:
        """Whether figures of this quarter can be reported yet, and it is no earlier year's of the one under report."""
        if self.quarter and self.quarter[1] == quarter and year < self.quarter[0]:
            return False
        return self.day is None or (year, 3 * quarter) < (self.day.year, self.day.month)

    def quarter_of(self, year: int | None, quarter: int, anchor: Anchor | None = None, score: float = 0.9) -> Found:
        """A calendar quarter of a year."""
        if year is None:
            return Found("DATE", f"XXXX-Q{quarter}", None, anchor, score)
        edtf = f"{year:04}-{3 * quarter - 2:02}/{year:04}-{3 * quarter:02}"
        return Found("DATE", f"{year:04}-Q{quarter}", edtf, anchor, score)

    # Tense

    def direction(self, start: int) -> int:
        """-1 past, which is the news's own, +1 ahead: by the verbs around an expression that starts here."""
        return self.tense(start) or -1

    def tense(self, start: int) -> int | None:
        """The same, None where no verb tells."""
        self.starts = self.starts or [token.start for token in self.tokens]
        return direction(self.tokens, bisect_left(self.starts, start + self.offset))

    def side(self, start: int, month: int, month_day: int | None = None) -> int:
        """In which direction a date without year lies.

        Of months the next two are meant where no verb tells of the past.  Of days those of the next ten weeks are meant
        whatever the tense, since a day of last year would have its year, and those of the last three weeks; for the
        rest of the calendar the tense decides.
        """
        if self.day is None:
            return self.direction(start)
        tense = self.tense(start)
        if month_day is None:
            return tense or (1 if 1 <= (month - self.day.month) % 12 <= 2 else -1)
        ahead, behind = (
            dates.resolve(Anchor("day", month=month, day=month_day, direction=way), self.day.isoformat())
            for way in (1, -1)
        )
        if ahead and behind:
            if (dates.bounds(ahead)[0] - self.day).days <= 75:
                return 1
            if (self.day - dates.bounds(behind)[0]).days <= 21:
                return -1
        return tense or -1


def value(anchor: Anchor, edtf: str | None) -> str:
    """The TimeML value of a resolved expression; with X for what is not known."""
    if edtf is None or ".." in edtf or edtf == "XXXX":
        return unresolved(anchor)
    first, last = dates.bounds(edtf)
    days = (last - first).days
    if anchor.unit == "week" and not anchor.weekday:
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}" if days == 6 else unresolved(anchor)
    if anchor.unit == "quarter":
        return f"{first.year:04}-Q{(first.month + 2) // 3}" if days < 93 else unresolved(anchor)
    if days == 0:
        return first.isoformat()
    if days < 31 and first.month == last.month:
        return first.isoformat()[:7] + ("-XX" if anchor.unit == "day" else "")
    return f"{first.year:04}" if first.year == last.year else unresolved(anchor)


def unresolved(anchor: Anchor) -> str:
    """The TimeML value while the article's date is not known."""
    if anchor.weekday:
        return f"XXXX-WXX-{anchor.weekday}"
    if anchor.unit == "quarter":
        return f"XXXX-Q{(anchor.month + 2) // 3}" if anchor.month else "XXXX-QX"
    if anchor.month:
        return f"XXXX-{anchor.month:02}" + (f"-{anchor.day:02}" if anchor.day else "")
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}[anchor.unit]
