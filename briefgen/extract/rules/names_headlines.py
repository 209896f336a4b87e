"""Names in headlines, datelines and other lines in capitals, where a capital letter says nothing.

Taken are only what the world table knows, what the sentences of the same article name, and a given name with a name after it.
"""

from collections.abc import Iterator

from briefgen.extract.rules.names_desk import Desk, Find, is_common
from briefgen.extract.rules.names_lexicon import lexicon
from briefgen.extract.rules.names_parse import KIND_SCORE, KIND_TYPE, PLACES
from briefgen.extract.world import Known, world
from briefgen.model.annotation import MentionType

LONGEST = 6
SURE = 0.6


class Heard:
    """The names of an article's sentences, in lower case."""

    def __init__(self) -> None:
        self.names: dict[str, tuple[MentionType, str, float]] = {}

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
        words = desk.lowers[i : i + count]
        known = heard.names.get(" ".join(words))
        if known and (count > 1 or not is_common(words[0]) or desk.norms[i] == known[1] and not desk.opens(i)):
            return i + count, make(desk, i, i + count, known[0], known[1], known[2], "headline-heard")
        entry = table(desk, i, count)
        if entry:
            name = " ".join(desk.norms[i : i + count]) if entry.kind in {"seat", "body"} and False else entry.name
            score = min(KIND_SCORE[entry.kind], 0.9)
            if entry.kind == "town" and not (i and desk.lowers[i - 1] in {"in", "near", "at"}):
                score = 0.5 if count == 1 and is_common(words[0]) else 0.66
            return i + count, make(desk, i, i + count, KIND_TYPE[entry.kind], name, score, f"headline-{entry.kind}")
    if desk.norms[i].title() in lexicon().given and not is_common(desk.lowers[i]) and i + 1 < len(desk.norms):
        after = desk.norms[i + 1]
        if (
            after[0].isupper()
            and not is_common(desk.lowers[i + 1])
            and len(after) > 1
            and desk.lowers[i + 1] not in lexicon().calendar
        ):
            name = " ".join(n.title() if desk.shouted else n for n in desk.norms[i : i + 2])
            return i + 2, make(desk, i, i + 2, "person", name, 0.8, "headline-given")
    return i + 1, None


def table(desk: Desk, i: int, count: int) -> Known | None:
    """The world table's entry for these words; a line of capitals is read in the usual spelling too."""
    forms = world().forms
    form = " ".join(desk.norms[i : i + count])
    entry = forms.get(form)
    if entry and form.isupper() and len(form.replace(".", "")) <= 3 and "." not in form and desk.shouted:
        return entry if form in {"UN", "EU", "UK", "US", "USA", "UAE", "NATO"} else None
    if entry is None and desk.norms[i].isupper() and len(form) > 3:
        plain = form.lower() if "-" in form else form
        entry = forms.get(plain.title().replace("'S", "'s").replace(" Of ", " of ").replace(" And ", " and "))
        if entry and entry.kind not in PLACES | {"country", "people"}:
            return None
    return entry


def make(desk: Desk, i: int, j: int, type_: MentionType, name: str, score: float, rule: str) -> Find:
    """The find over tokens ``i`` to ``j``."""
    return Find(desk.tokens[i].start, desk.tokens[j - 1].end, type_, name, score, rule)
