"""Vetoes: why two tellings can never be one event."""

from collections.abc import Callable

from briefgen.cluster.calendar import may_agree
from briefgen.cluster.deeds import deeds
from briefgen.cluster.desk import Desk
from briefgen.cluster.features import Features
from briefgen.cluster.likeness import WORD, cosine

SPEECH, SAME_CLAUSE, ASKED_AGAIN = frozenset(("speech",)), 0.5, 0.5
FORCE = frozenset(("force",))
UNDONE = frozenset(("planned", "denied"))
NEWS, MONTH, YEAR = 3, 31, 365  # days; how old news is when it is reported
SHIFTED = 2  # days by which two voices may date one deed apart
STEM = 6  # letters
SAYING, SAID_AGAIN = 3, 0.3  # words of a statement, and the share of them that makes it the same


def vetoed(desk: Desk, left: Features, right: Features) -> str:
    """The first of the vetoes that speaks against two tellings, or nothing."""
    for name, forbids in VETOES:
        if forbids(desk, left, right):
            return name
    return ""


def other_dates(desk: Desk, left: Features, right: Features) -> bool:
    """Different days; what was only reported on one may have happened a few days before."""
    if left.telling.about != right.telling.about and left.when.known and right.when.known:
        report, day = (left.when, right.when) if left.telling.about else (right.when, left.when)
        return not day.first <= report.last <= day.last + NEWS
    return not (may_agree(left.when, right.when) or dated_apart(desk, left, right))


def dated_apart(desk: Desk, left: Features, right: Features) -> bool:
    """Whether two voices put to near days what somebody does or suffers but once: they disagree on when he resigned."""
    if abs(left.when.first - right.when.first) > SHIFTED or left.deeds.isdisjoint(right.deeds & deeds().of_life):
        return False
    if not all(one.when.day and one.when.basis == "stated" for one in (left, right)):
        return False
    if desk.one_voice(left.source, right.source) or left.telling.status != right.telling.status:
        return False
    who = left.agents & right.agents | left.patients & right.patients
    return any(desk.entities[one].type == "person" for one in who) and desk.one_story(left.source, right.source)


def other_clause(desk: Desk, left: Features, right: Features) -> bool:
    """One sentence tells two deeds."""
    return left.line == right.line and not left.deeds & right.deeds


def other_phase(desk: Desk, left: Features, right: Features) -> bool:
    """The end of a deed, or its plan, is not the deed."""
    ours, theirs = left.telling.deed, right.telling.deed
    if ours == theirs:
        return False
    return ours in (f"end {theirs}", f"plan {theirs}") or theirs in (f"end {ours}", f"plan {ours}")


def longer_time(desk: Desk, left: Features, right: Features) -> bool:
    """A weekday of no known date, and a year; in one article also a month or week: the article would not name both."""
    if left.when.known == right.when.known:
        return False
    known, other = (left.when, right.when) if left.when.known else (right.when, left.when)
    return other.weekday is not None and known.last - known.first >= (1 if left.source == right.source else MONTH)


def long_ago(desk: Desk, left: Features, right: Features) -> bool:
    """What happened a year or more before is not an article's undated news, where nobody is named in both."""
    if left.when.known == right.when.known or desk.kin(left.participants) & right.participants:
        return False
    known, news = (left, right) if left.when.known else (right, left)
    if news.telling.time is not None:
        return False  # it has a time of its own, though its article has none
    if not desk.leads(news.line) and not left.deeds & right.deeds & deeds().once:
        return False  # told in passing: it may be the old story; but other people died other deaths
    appeared = desk.calendar.appeared(news.source)
    appeared = appeared if appeared.known else desk.calendar.appeared(known.source)
    return appeared.known and appeared.first - known.when.last > YEAR


def too_early(desk: Desk, left: Features, right: Features) -> bool:
    """What one article tells as done is not what happened after it had appeared."""
    if left.when.known == right.when.known:
        return False
    known, news = (left, right) if left.when.known else (right, left)
    appeared = desk.calendar.appeared(news.source)
    return news.telling.status == "actual" and appeared.known and appeared.last < known.when.first


def other_happening(desk: Desk, left: Features, right: Features) -> bool:
    """A quake here, a flood there."""
    return bool(left.telling.befell and right.telling.befell) and left.telling.befell != right.telling.befell


def brought_in(desk: Desk, left: Features, right: Features) -> bool:
    """What an article brings in with "a" is not what it told of before."""
    if left.source != right.source or left.line == right.line:
        return False
    return max(left.telling, right.telling, key=lambda t: t.trigger).anew


def also_done(desk: Desk, left: Features, right: Features) -> bool:
    """What others "have also" done is not what an article told of the first."""
    if left.source != right.source or left.line == right.line:
        return False
    later = max(left.telling, right.telling, key=lambda t: t.trigger)
    text = desk.articles[later.source].document.text
    ours, theirs = left.doers | left.agent_words, right.doers | right.agent_words
    return bool(ours and theirs) and ours.isdisjoint(theirs) and text.endswith("also ", 0, later.trigger.start)


def counted(desk: Desk, left: Features, right: Features) -> bool:
    """Several of a kind ("three strikes this year") are not one of them."""
    return left.telling.is_several != right.telling.is_several and left.line != right.line


def not_done(desk: Desk, left: Features, right: Features) -> bool:
    """Planned or denied here and done there, and no date says that it is the same."""
    ours, theirs = left.telling.status, right.telling.status
    return ours != theirs and not UNDONE.isdisjoint((ours, theirs)) and not (left.when.known and right.when.known)


def other_speech(desk: Desk, left: Features, right: Features) -> bool:
    """Two speech acts without the same deed, the same target, or nearly the same words; in one article two demands."""
    if not left.families == right.families == SPEECH:
        return False
    if left.source == right.source and "the" not in (left.telling.led_by, right.telling.led_by):
        ours, theirs = what(desk, left), what(desk, right)
        return bool(ours and theirs) and len(ours & theirs) < ASKED_AGAIN * min(len(ours), len(theirs))
    if left.deeds & right.deeds or left.sufferers & right.sufferers:
        return False
    return cosine(left.clause, right.clause) < SAME_CLAUSE


def other_words(desk: Desk, left: Features, right: Features) -> bool:
    """Two announcements or statements, of which each says something else."""
    if left.line == right.line or "STATEMENT" not in left.types & right.types or not left.deeds & right.deeds:
        return False
    if "the" in (left.telling.led_by, right.telling.led_by):
        return False
    ours, theirs = said(desk, left), said(desk, right)
    return min(len(ours), len(theirs)) >= SAYING and len(ours & theirs) < SAID_AGAIN * min(len(ours), len(theirs))


def said(desk: Desk, one: Features) -> set[str]:
    """The beginnings of the words of a sentence from the speech verb on, without the commonest."""
    line = desk.lines[one.line].span
    text = desk.articles[one.source].document.text[one.telling.trigger.end : line.end]
    return set(WORD.findall(text.lower()))


def what(desk: Desk, one: Features) -> set[str]:
    """The beginnings of the words by which a speech act says what is asked or alleged."""
    telling = one.telling
    text = desk.articles[one.source].document.text[telling.trigger.end : max(telling.clause.end, telling.trigger.end)]
    return {word[:STEM] for word in WORD.findall(text.lower())}


def other_talkers(desk: Desk, left: Features, right: Features) -> bool:
    """Of two talks, not all who take part in the one take part in the other."""
    if not talk(left, right):
        return False
    if stands_for(left, right) or stands_for(right, left):
        return True
    fewer, more = sorted((left.agents | left.patients, right.agents | right.patients), key=len)
    return bool(fewer) and not all(desk.kin(frozenset((one,))) & more for one in fewer)


def stands_for(one: Features, other: Features) -> bool:
    """Whether only somebody's relative or lawyer talks here, and a named one there."""
    return bool(one.agent_words & deeds().private and not one.doers and other.doers)


def turned_round(desk: Desk, left: Features, right: Features) -> bool:
    """Who did it to whom is turned round; nobody does a talk to another."""
    if talk(left, right):
        return False
    ours, theirs = left.agents & right.patients, right.agents & left.patients
    # Of violence one side is enough: who has abducted others was not abducted himself.
    return bool((ours or theirs) if left.families == right.families == FORCE else (ours and theirs))


def other_sides(desk: Desk, left: Features, right: Features) -> bool:
    """Other people on both sides."""
    if talk(left, right):
        return False
    return apart(desk, left.doers, right.doers) and apart(desk, left.sufferers, right.sufferers)


def nameless(desk: Desk, left: Features, right: Features) -> bool:
    """Dismissed or sentenced is somebody here whom the other article never names."""
    if left.source == right.source or not left.deeds & right.deeds & deeds().named:
        return False
    if bool(left.patients) == bool(right.patients):
        return False
    named, other = (left, right) if left.patients else (right, left)
    return named.patients.isdisjoint(desk.about[other.source][1])


def elsewhere(desk: Desk, left: Features, right: Features) -> bool:
    """Violence in different places."""
    if talk(left, right) or "force" not in left.families:
        return False
    return bool(left.places and right.places and not left.places & right.places)


def talk(left: Features, right: Features) -> bool:
    """Whether both are talks."""
    return "talk" in left.families and "talk" in right.families


def apart(desk: Desk, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sides are both known and have nothing to do with each other."""
    return bool(left and right) and not (desk.kin(left) & right or desk.kin(right) & left)


VETOES: tuple[tuple[str, Callable[[Desk, Features, Features], bool]], ...] = (
    ("different dates", other_dates),
    ("two clauses of one sentence", other_clause),
    ("another phase", other_phase),
    ("a weekday and a longer time", longer_time),
    ("long ago", long_ago),
    ("told before it happened", too_early),
    ("other happenings", other_happening),
    ("brought in anew", brought_in),
    ("what others have also done", also_done),
    ("several, not one", counted),
    ("not done here, done there", not_done),
    ("other speech acts", other_speech),
    ("something else is said", other_words),
    ("other people talk", other_talkers),
    ("who does it to whom is turned round", turned_round),
    ("other people on both sides", other_sides),
    ("somebody whom the other article does not name", nameless),
    ("different places", elsewhere),
)
