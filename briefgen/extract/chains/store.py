"""The chains of one article, and the indexes by which a further name finds its own."""

from collections import defaultdict

from briefgen.extract.chains.chain import Chain, same_person
from briefgen.extract.chains.spelling import is_family_first, skeleton, surname
from briefgen.model.annotation import MentionType


class Store:
    """Chains while they are gathered: opened here once, found again by name, surname, given name or first word."""

    def __init__(self) -> None:
        self.chains: list[Chain] = []
        self.persons: dict[str, list[int]] = defaultdict(list)
        self.given: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[tuple[str, str], int] = {}
        # Persons by the consonants of the surname; bodies by first word and first letter.
        self.skeletons: dict[str, list[str]] = defaultdict(list)
        self.bodies: dict[str, list[int]] = defaultdict(list)
        self.initials: dict[str, list[int]] = defaultdict(list)

    def open(self, name: str, type_: MentionType, first: int) -> int:
        """A new chain, its number."""
        number = len(self.chains)
        self.chains.append(Chain(name, type_, first))
        if type_ == "organization":
            self.bodies[name.partition(" ")[0]].append(number)
            self.initials[name[:1].lower()].append(number)
        return number

    def chain(self, name: str, type_: MentionType, first: int) -> int:
        """The chain of this name and type, opened if need be."""
        key = (type_, name.removeprefix("The ").casefold())
        if key not in self.by_key:
            self.by_key[key] = self.open(name, type_, first)
        return self.by_key[key]

    def person(self, name: str, first: int) -> int:
        """A new person, to be found by surname and, with more than one name, by the given one."""
        number = self.open(name, "person", first)
        words = self.chains[number].words
        last = surname(words)
        if last not in self.persons:
            self.skeletons[skeleton(last)].append(last)
        self.persons[last].append(number)
        if is_family_first(name):
            self.persons[words[0]].append(number)
        if len(words) > 1:
            self.given[words[0]].append(number)
        return number

    def known_person(self, words: list[str]) -> int | None:
        """The chain of a person whose name holds these words, or whose words these hold; initials never differ."""
        found = [number for number in self.persons.get(surname(words), ()) if same_person(self.chains[number], words)]
        # "Sato Kenji" is Kenji Sato.
        found += [number for number in self.persons.get(words[0], ()) if self.chains[number].words == words[::-1]]
        return found[0] if found else None

    def of_any_type(self, name: str) -> int | None:
        """The chain that already has this name, whatever it is."""
        folded = name.casefold()
        found = (self.by_key.get((type_, folded)) for type_ in ("organization", "place", "country", "other"))
        return next((number for number in found if number is not None), None)
