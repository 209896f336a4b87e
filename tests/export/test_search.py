"""What search looks through: everything that pages show, nothing else, in shards of a size, named by their bytes."""

import json
import re
from hashlib import sha256
from typing import Any

from msgspec import structs

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.export import search
from briefgen.export.search import SEARCH
from briefgen.model.knowledge import Corpus, Entities
from briefgen.model.site import Briefing, Note
from tests.compose.corpora import hostile, inputs, quake

SHARD = re.compile(r'briefgenSearch\.shard\("(\w+)", (\[.*\])\);\n', re.DOTALL)


def brief(corpus: Corpus, *notes: Note, **settings: Any) -> Briefing:
    return compose(corpus, inputs(*notes, **settings), KINDS)[0]


def files(briefing: Briefing) -> dict[str, str]:
    made = list(SEARCH.make(briefing, Corpus((), Entities(), None)))  # type: ignore[arg-type]
    assert len({artifact.path for artifact in made}) == len(made)
    return {artifact.path.removeprefix("search/"): artifact.data.decode() for artifact in made}


def entries(briefing: Briefing) -> dict[str, list[Any]]:
    """The entries by kind, read back from the shards in the order of their list."""
    made = files(briefing)
    names = json.loads(made.pop("shards.js").removeprefix("briefgenSearch.shards(").removesuffix(");\n"))
    assert sorted(names) == sorted(made)
    found: dict[str, list[Any]] = {}
    for name in names:
        match = SHARD.fullmatch(made[name])
        assert match
        found.setdefault(match[1], []).extend(json.loads(match[2]))
    return found


def test_every_kind_is_there_with_what_one_looks_for() -> None:
    found = entries(brief(quake()))
    assert list(found) == ["actors", "events", "sources", "statements"]
    data = brief(quake()).data
    actors = {path: {title.casefold(), *map(str.casefold, also)} for title, path, _, also, _ in found["actors"]}
    assert len(actors) == len([actor for actor in data.actors if actor.page]) > 3
    for actor in data.actors:
        if actor.page:
            assert {form.text.casefold() for form in actor.forms} <= actors[f"{actor.page}index.html"]
    assert len(found["events"]) == len([event for event in data.events if event.page])
    assert len(found["sources"]) == len(data.sources)


def test_every_entry_leads_to_a_page_and_a_statement_to_its_passage() -> None:
    for corpus in (quake(), hostile()):
        briefing = brief(corpus)
        pages = {page.route.path: page.view for page in briefing.pages}
        found = entries(briefing)
        for title, path, *_ in (entry for group in found.values() for entry in group):
            assert title and path.partition("#")[0] in pages
        for title, path, *_ in found["statements"]:
            page, _, anchor = path.partition("#")
            texts = [text for whole in search.Shown(pages[page]).whole for name, text in whole if name == anchor]
            assert len(texts) == 1 and title in " ".join(texts[0].split())


def test_a_statement_that_its_source_page_leaves_out_leads_to_who_said_it() -> None:
    short = brief(quake(), excerpt_share=0.0)
    pages = {page.route.path: page.view for page in short.pages}
    places = {title: path for title, path, *_ in entries(short)["statements"]}
    assert places.keys() == {title for title, *_ in entries(brief(quake()))["statements"]}
    assert places["the strike would last until Governor Orsk resigned"] == "actors/bo-anders/index.html"
    for title, path in places.items():
        said = ["".join(words.text for words in one.words) for one in pages[path].said]
        assert any(title in words for words in said)


def test_what_is_hidden_is_not_to_be_found() -> None:
    hidden = Note("actors", "lena-orsk", "content/actors/lena-orsk.md", (("hide", ("true",)),), "")
    shown, without = entries(brief(quake())), entries(brief(quake(), hidden))
    assert any(path.startswith("actors/lena-orsk/") for _, path, *_ in shown["actors"])
    assert not any(path.startswith("actors/lena-orsk/") for _, path, *_ in without["actors"])


def test_a_statement_that_its_source_page_does_not_show_is_not_to_be_found() -> None:
    briefing = brief(quake())
    pages = tuple(
        structs.replace(page, view=structs.replace(page.view, passages=(), opening=None))
        if page.kind == "source"
        else page
        for page in briefing.pages
    )
    assert entries(briefing)["statements"]
    assert "statements" not in entries(structs.replace(briefing, pages=pages))


def test_shards_hold_only_so_much_and_are_named_by_their_bytes(monkeypatch: Any) -> None:
    briefing = brief(quake())
    whole = entries(briefing)
    monkeypatch.setattr(search, "SHARD", 300)
    made = files(briefing)
    assert len(made) > 6
    assert entries(briefing) == whole
    for name, text in made.items():
        if name != "shards.js":
            assert name.split(".")[1] == sha256(text.encode()).hexdigest()[:10]
            assert len(text) < 500 or text.count("\n") == 3
    assert files(briefing) == made


def test_a_briefing_of_nothing_has_an_empty_list() -> None:
    full = brief(quake())
    empty = structs.replace(full.data, actors=(), events=(), sources=(), statements=())
    assert files(structs.replace(full, data=empty)) == {"shards.js": "briefgenSearch.shards([]);\n"}
