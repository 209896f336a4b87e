"""The editor's notes, matched to what they are about."""

from briefgen.compose.text import plain
from briefgen.model.knowledge import Corpus
from briefgen.model.site import Note, NoteKind
from briefgen.model.text import Diagnostic, Position

# Texts for pages of another kind; every other note in ``content/pages`` is a page of its own.
ELSEWHERE = ("index", "about")


class Notes:
    """Notes by kind and by the id of the actor, event or source that they are about."""

    def __init__(self, notes: tuple[Note, ...], corpus: Corpus) -> None:
        names = _names(corpus)
        self.pages: tuple[Note, ...] = tuple(n for n in notes if n.kind == "pages" and n.get("hide") != "true")
        self.own_pages: tuple[Note, ...] = tuple(n for n in self.pages if n.id not in ELSEWHERE)
        self.problems: list[Diagnostic] = []
        self._by_id: dict[tuple[NoteKind, str], Note] = {}
        for note in notes:
            if note.kind == "pages":
                continue
            target = _target(note, names[note.kind])
            if target is None and note.kind == "sources" and note.get("hide") == "true":
                continue  # a hidden article is not in the corpus: nothing is left to hide
            if target is None:
                self.problems.append(_unmatched(note, names[note.kind]))
            else:
                self._by_id.setdefault((note.kind, target), note)

    def of(self, kind: NoteKind, id_: str) -> Note | None:
        """The note about an actor, event or source."""
        return self._by_id.get((kind, id_))

    def page(self, id_: str) -> Note | None:
        """The note of ``content/pages`` with that id."""
        return next((note for note in self.pages if note.id == id_), None)

    def hides(self, kind: NoteKind, id_: str) -> bool:
        """Whether the editor wants it left out."""
        note = self.of(kind, id_)
        return note is not None and note.get("hide") == "true"

    def about(self) -> tuple[tuple[NoteKind, str, Note], ...]:
        """Every matched note with the kind and id of what it is about, in order of these."""
        return tuple((kind, id_, self._by_id[kind, id_]) for kind, id_ in sorted(self._by_id))


def _names(corpus: Corpus) -> dict[NoteKind, dict[str, str]]:
    """By kind, the id that each name (or the id itself) stands for; a name that two share stands for none."""
    entities = [e for e in corpus.entities.items if e.type not in ("place", "other")]
    ids: dict[NoteKind, dict[str, str]] = {
        "actors": {entity.id: entity.id for entity in entities},
        "events": {event.id: event.id for event in corpus.chronicle.events},
        "sources": {article.document.id: article.document.id for article in corpus.articles},
    }
    shared: dict[str, set[str]] = {}
    for entity in entities:
        for name in (entity.name, *(form.text for form in entity.forms)):
            shared.setdefault(_key(name), set()).add(entity.id)
    full = {_key(entity.name): entity.id for entity in reversed(entities)}
    ids["actors"] = {**{n: min(o) for n, o in shared.items() if len(o) == 1}, **full, **ids["actors"]}
    return ids


def _key(name: str) -> str:
    return plain(name).casefold()


def _target(note: Note, names: dict[str, str]) -> str | None:
    tried = (note.id, note.get("name") or "", *note.all("aliases"))
    return next((names[name] for name in (note.id, *map(_key, tried)) if name in names), None)


def _unmatched(note: Note, names: dict[str, str]) -> Diagnostic:
    what = f"is about {note.kind[:-1]} {note.id!r}, which is not in the briefing; it is left out"
    return Diagnostic("warning", "unknown-link", what, Position(note.path), did_you_mean(note.id, names))


def did_you_mean(word: str, known: "dict[str, str] | tuple[str, ...]") -> str:
    """A hint with the nearest known names, nothing when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(_key(word), list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
