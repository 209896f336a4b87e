"""Names in headlines, datelines and other lines in capitals, where a capital letter says nothing.

Taken are only what the world table knows, what the sentences of the same article name, and a given name with a name
after it.
"""

from collections.abc import Iterable, Iterator

from briefgen.extract.names.desk import KIND_SCORE, KIND_TYPE, PLACES, Desk, Find, is_common
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.world import Known, world
from briefgen.model.annotation import MentionType

LONGEST = 6
SURE = 0.6
# Short forms that mean the same in a line of capitals.
SHORT = frozenset({"UN", "EU", "UK", "US", "USA", "UAE"})


class Heard:
    """The names of an article's sentences, in lower case."""

    def __init__(self, finds: Iterable[Find]) -> None:
        self.names: dict[str, tuple[MentionType, str, float]] = {}
        for item in finds:
            self.add(item)

    def add(self, item: Find) -> None:
        """A name found in a sentence; of a person the surname too."""
        if item.score < SURE and (item.type != "other" or is_common(item.name.lower())):
            return
        self.names.setdefault(item.name.lower(), (item.type, item.name, item.score))
        if item.type == "person" and " " in item.name:
            last = item.name.rpartition(" ")[2]
            self.names.setdefault(last.lower(), ("other", last, 0.5))


def headline(desk: Desk, heard: Heard) -> Iterator[Find]:
    """The names in a line whose capitals tell nothing."""
    i = 0
    while i < len(desk.norms):
        if not desk.norms[i][0].isupper():
            i += 1
            continue
        end, find = at(desk, i, heard)
        if find:
            yield find
        i = max(end, i + 1)


def at(desk: Desk, i: int, heard: Heard) -> tuple[int, Find | None]:
    """The name at token ``i``, and the token after it."""
    for count in range(min(LONGEST, len(desk.norms) - i), 0, -1):
        find = from_text(desk, i, count, heard) or from_table(desk, i, count)
        if find:
            return i + count, find
    return given_name(desk, i)


def from_text(desk: Desk, i: int, count: int, heard: Heard) -> Find | None:
    """These words as a name that the sentences have; a common word only where it is written like the name."""
    known = heard.names.get(" ".join(desk.lowers[i : i + count]))
    if not known:
        return None
    type_, name, score = known
    if count == 1 and is_common(desk.lowers[i]) and (desk.norms[i] != name or desk.opens(i)):
        return None
    return desk.find(i, i + count, type_, score, "headline-heard", name=name)


def from_table(desk: Desk, i: int, count: int) -> Find | None:
    """These words as an entry of the world table."""
    entry = look_up(desk, i, count)
    if not entry:
        return None
    score = min(KIND_SCORE[entry.kind], 0.9)
    if entry.kind == "town" and not (i and desk.lowers[i - 1] in {"in", "near", "at"}):
        score = 0.5 if count == 1 and is_common(desk.lowers[i]) else 0.66
    return desk.find(i, i + count, KIND_TYPE[entry.kind], score, f"headline-{entry.kind}", name=entry.name)


def look_up(desk: Desk, i: int, count: int) -> Known | None:
    """The world table's entry for these words; a line of capitals is read in the usual spelling too."""
    forms = world().forms
    form = " ".join(desk.norms[i : i + count])
    entry = forms.get(form)
    if entry and desk.shouted and len(form) <= 3:
        return entry if form in SHORT else None
    if entry is None and desk.norms[i].isupper() and len(form) > 3:
        usual = form.title().replace("'S", "'s").replace(" Of ", " of ").replace(" And ", " and ")
        entry = forms.get(usual)
        if entry and entry.kind not in PLACES | {"country", "people"}:
            return None
    return entry


def given_name(desk: Desk, i: int) -> tuple[int, Find | None]:
    """A given name with a name after it, no common words both."""
    if i + 1 == len(desk.norms) or desk.norms[i].title() not in lexicon().given or is_common(desk.lowers[i]):
        return i + 1, None
    after, lower = desk.norms[i + 1], desk.lowers[i + 1]
    if not after[0].isupper() or len(after) == 1 or is_common(lower) or lower in lexicon().calendar:
        return i + 1, None
    name = desk.name(i, i + 2)
    return i + 2, desk.find(i, i + 2, "person", 0.8, "headline-given", name=name.title() if desk.shouted else name)
