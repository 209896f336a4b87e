"""What an entity is called: its display name, its name forms, its id."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from briefgen.model.knowledge import EntityType, NameForm
from briefgen.model.names import slug
from briefgen.resolve.profiles import Profile, is_acronym
from briefgen.resolve.spelling import key

COMMON_ENOUGH = 0.34  # a fuller form must stand in this share of the sources of the most common full form
LONGEST_NAME = 5  # words; what is longer is a title that was taken for a name


def forms(items: Sequence[Profile]) -> tuple[NameForm, ...]:
    """All spellings, the most frequent first, with the sources that use them."""
    counts: dict[str, int] = defaultdict(int)
    sources: dict[str, set[str]] = defaultdict(set)
    for profile in items:
        for unit in profile.units:
            for text, count in unit.forms:
                counts[text] += count
                sources[text].add(unit.source)
    ranked = sorted(counts, key=lambda text: (-counts[text], text))
    return tuple([NameForm(text, counts[text], tuple(sorted(sources[text]))) for text in ranked])


def display_name(items: Sequence[Profile], type_: EntityType) -> str:
    """The fullest of the common forms; for a country the name the world table gives it."""
    sources: dict[str, set[str]] = defaultdict(set)
    units = [unit for profile in items for unit in profile.units]
    for unit in units:
        sources[unit.name].add(unit.source)
    if len(sources) == 1:
        return next(iter(sources))
    full = {name for name in sources if is_full(name, type_)} or set(sources)
    most = max(len(sources[name]) for name in full)
    common = {name for name in full if len(sources[name]) >= COMMON_ENOUGH * most}
    if type_ in ("country", "place"):
        return max(sorted(common), key=lambda n: len(sources[n]))
    said: dict[str, int] = defaultdict(int)
    for unit in units:
        for text, count in unit.forms:
            said[text] += count
    return max(sorted(common), key=lambda n: (min(len(key(n).split()), LONGEST_NAME), len(sources[n]), said[n], len(n)))


def is_full(name: str, type_: EntityType) -> bool:
    """Whether a name is written out: a person's with a given name, an organisation's not as an acronym."""
    size = len(key(name).split())
    return 2 <= size <= LONGEST_NAME if type_ == "person" else size >= 1 and not is_acronym(name)


def ids(names: Sequence[tuple[str, EntityType, tuple[NameForm, ...]]], pinned: dict[int, str]) -> list[str]:
    """An id for each entity: its name's slug; where several have the same, the less mentioned get a suffix.

    ``pinned`` ids, which a person gave, stay as they are.  The suffix comes
    from the type or, failing that, from the spellings and their sources, never from a position.
    """
    found = [pinned.get(i) or slug(name) or "unnamed" for i, (name, _, _) in enumerate(names)]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, id_ in enumerate(found):
        holders[id_].append(index)
    taken = set(found)
    for base, indexes in sorted(holders.items()):
        ranked = sorted(indexes, key=lambda i: (i not in pinned, -sum(f.count for f in names[i][2]), names[i][1:]))
        for index in ranked[1:]:
            _, type_, forms_ = names[index]
            with_type = f"{base}-{type_}"
            found[index] = with_type if with_type not in taken else f"{base}-{digest(forms_)}"
            taken.add(found[index])
    return found


def digest(forms_: tuple[NameForm, ...]) -> str:
    """Six characters made of the spellings and their sources."""
    content = "\n".join(f"{form.text}\t{','.join(form.sources)}" for form in forms_)
    return sha256(content.encode()).hexdigest()[:6]
