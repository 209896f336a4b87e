"""Bounds from what an article tells as past: it appeared after the last of it, and so many days after it where it
says so ("three days after the earthquake").
"""

from collections import defaultdict
from collections.abc import Sequence, Set
from datetime import date, timedelta

from briefgen.cluster.bounds import LONGEST_DAYS, Bound, called, days, lead
from briefgen.cluster.datevote import vote
from briefgen.cluster.desk import Desk
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.model import dates
from briefgen.model.regex import regex

LENGTH = regex(r"P(\d{1,2})([DW])")
AFTER = regex(r"\s+after\s+((?:[^\W\d_][\w'’-]*\s?){1,5})")
POSSESSIVE = regex(r"['’]s (?:[\w-]+ ){0,2}?([^\W\d_]+)(?=[,.;:]| (?:of|in|on|at|which|that|between|with|over|by)\b)")
BEGINNING = frozenset(("begin", "start", "break", "erupt", "strike", "hit", "happen", "occur", "take"))
WORD = regex(r"[^\W\d_]{5,}")
STEM = 5  # letters
ROUND = 0.6  # how sure a number of days is
NEXT_DAY = 1  # papers print what was so the day before


class Past:
    """For each undated article the days of what it tells, as dated articles give them."""

    def __init__(self, desk: Desk, groups: Sequence[Group], undated: Set[str]) -> None:
        self.desk = desk
        self.told: dict[str, list[tuple[Telling, date, str]]] = defaultdict(list)
        for group in groups:
            ours = [t for t in group.tellings if t.source in undated and t.status == "actual" and not t.quoted]
            theirs = tuple(t for t in group.tellings if t.source not in undated) if ours else ()
            known = vote(desk, Group(theirs)).edtf if theirs else None
            if known and dates.is_day(known):
                for telling in ours:
                    self.told[telling.source].append((telling, dates.bounds(known)[0], theirs[0].source))

    def not_before(self, source: str) -> str | None:
        """The first day on which an article can have appeared."""
        days = [day for _, day, _ in self.told.get(source, ())]
        return f"{max(days).isoformat()}/.." if days else None

    def days_after(self, source: str) -> Bound | None:
        """The day that the first sentence counts from an event which another article dates, or the day after."""
        article = self.desk.articles[source]
        sentence, text = article.document.sentences[0], article.document.text
        for time in article.extraction.times:
            length = LENGTH.fullmatch(time.value) if sentence.start <= time.start < sentence.end else None
            after = AFTER.match(text, time.end) if length else None
            if length and after:
                stems = {word[:STEM] for word in after[1].lower().split() if len(word) >= STEM}
                based = {(day, other) for t, day, other in self.told.get(source, ()) if stems & words_of(text, t)}
                if len({day for day, _ in based}) == 1:
                    day, other = min(based)
                    first = day + timedelta(int(length[1]) * (7 if length[2] == "W" else 1))
                    edtf = dates.from_bounds(first, first + timedelta(NEXT_DAY))
                    words = " ".join(text[time.start : after.end()].split())
                    reason = f"“{words}”, which {called(self.desk, other)} dates to {dates.phrase(day.isoformat())}"
                    return Bound(edtf, ROUND, reason, (lead(self.desk, source), lead(self.desk, other)))
        return None

    def of_noun(self, source: str) -> Bound | None:
        """When it was "last year" by a noun ("last year's war") whose beginning another article dates."""
        article = self.desk.articles[source]
        for time in article.extraction.times:
            noun = POSSESSIVE.match(article.document.text, time.end) if time.anchor and not time.edtf else None
            for telling, day, other in self.told.get(source, ()) if noun else ():
                one = [t for t in self.desk.tellings_in(telling.line) if t is telling or t.time == telling.time]
                if time.anchor and noun and any(begins(article.document.text, t, noun[1]) for t in one):
                    edtf = dates.invert(time.anchor, day.isoformat())
                    if edtf and days(edtf) <= LONGEST_DAYS:
                        words = " ".join(article.document.text[time.start : noun.end()].split())
                        reason = f"“{words}”, which {called(self.desk, other)} dates to {dates.phrase(day.isoformat())}"
                        citations = (self.desk.lines[telling.line].citation, lead(self.desk, other))
                        return Bound(edtf, ROUND, reason, citations)
        return None


def begins(text: str, telling: Telling, noun: str) -> bool:
    """Whether a telling is of what a noun names, or of how that began."""
    if any(part[:STEM] == noun.lower()[:STEM] for lemma in telling.lemmas for part in lemma.split()):
        return True
    before = text[telling.clause.start : telling.trigger.start].lower()
    return bool(telling.lemmas & BEGINNING) and noun.lower() in before.split()


def words_of(text: str, telling: Telling) -> set[str]:
    """The beginnings of the words that tell a deed: its trigger's and those of its clause."""
    words = {part for lemma in telling.lemmas for part in lemma.replace("-", " ").split()}
    words |= set(WORD.findall(text[telling.clause.start : telling.clause.end].lower()))
    return {word[:STEM] for word in words}
