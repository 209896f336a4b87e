"""What the page of an article repeats of it: within the editor's budget, and every anchor still there."""

from hashlib import sha256
from typing import Any

import pytest

from briefgen.compose.excerpts import count, cut, excerpts
from briefgen.compose.pages.source import Piece, SourcePage
from briefgen.compose.passages import Passages
from briefgen.model.site import Briefing, Settings
from briefgen.model.text import Document, Field, Passage, Sentence, Span
from tests.compose.corpora import QUAKE_PAPER, brief, page

TEXT = "One two three. Four five, six seven. Eight nine ten eleven twelve."
SENTENCES = ((0, 14), (15, 36), (37, 66))


def document() -> Document:
    sentences = tuple(Sentence(start, end, 0) for start, end in SENTENCES)
    digest = sha256(TEXT.encode()).hexdigest()
    return Document("a", "seeds/a.txt", TEXT, digest, passages=(Passage(0, len(TEXT)),), sentences=sentences)


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (20, TEXT),
        (12, TEXT),
        (11, "One two three. Four five, six seven."),
        (6, "One two three. Four five,"),
        (4, "One two three."),
        (2, "One two"),
        (0, ""),
    ],
)
def test_a_long_passage_ends_behind_a_sentence_or_clause(most: int, shown: str) -> None:
    assert TEXT[: cut(document(), (0, len(TEXT)), most)] == shown


def chosen(share: float, weights: tuple[float, float, float], most: int = 90) -> list[str]:
    """What is shown of three sentences that weigh so much."""
    whole = Passages(document(), SENTENCES).whole
    anchors = {stretch.anchor: weight for stretch, weight in zip(whole, weights, strict=True)}
    found = excerpts(document(), whole, anchors, Settings(excerpt_share=share, excerpt_words=most))
    told = [TEXT[start:end] for (start, _), end in sorted(found.ends.items())]
    assert (found.words, found.shown) == (12, sum(map(count, told)))
    return told


ONE, TWO, THREE = (TEXT[start:end] for start, end in SENTENCES)


@pytest.mark.parametrize(
    ("share", "weights", "shown"),
    [
        (1, (1, 1, 1), [ONE, TWO, THREE]),
        (0.34, (1, 2, 1), [TWO]),
        (0.6, (1, 2, 3), [THREE]),  # the second does not fit, nor does the first
        (0.7, (1, 2, 3), [ONE, THREE]),  # the second does not fit, the first does
        (0.6, (1, 1, 1), [ONE, TWO]),
        (0.2, (1, 2, 1), ["Four five,"]),  # the first of all is cut rather than nothing shown
        (0, (1, 1, 1), []),
    ],
)
def test_the_weightiest_come_first(share: float, weights: tuple[float, float, float], shown: list[str]) -> None:
    assert chosen(share, weights) == shown


def test_no_passage_is_longer_than_the_budget_has_it() -> None:
    assert chosen(1, (1, 1, 1), most=3) == [ONE, "Four five,", "Eight nine ten"]


def source(briefing: Briefing, name: str) -> SourcePage:
    view: Any = page(briefing, f"sources/{name}/").view
    assert isinstance(view, SourcePage)
    return view


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text + words(piece.pieces) for piece in pieces)


def anchors(pieces: tuple[Piece, ...]) -> list[str]:
    return [anchor for piece in pieces for anchor in (piece.anchor, *anchors(piece.pieces)) if anchor]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6])
def test_the_page_keeps_to_the_share_and_keeps_every_anchor(share: float) -> None:
    whole, within = source(brief(), "quake-paper"), source(brief(excerpt_share=share), "quake-paper")
    body = count(QUAKE_PAPER.partition("\n\n")[2])
    repeated = sum(count(words(passage.pieces)) for passage in within.passages)
    assert repeated <= share * body < sum(count(words(passage.pieces)) for passage in whole.passages)

    def ids(view: SourcePage) -> set[str]:
        return {id_ for p in view.passages for id_ in (p.anchor, *anchors(p.pieces), *p.beyond)}

    assert ids(within) == ids(whole)


LONG = ["The first of the sentences has quite a number of words.", "A second one, too, goes on and on for long."]


def test_what_there_is_no_room_for_is_known_by_its_first_words() -> None:
    text = " ".join(LONG)
    places = (0, len(LONG[0])), (len(LONG[0]) + 1, len(text))
    told = Document("a", "seeds/a.txt", text, sha256(text.encode()).hexdigest(), passages=(Passage(0, len(text)),))
    whole = Passages(told, places).whole

    def shown(share: float) -> list[str]:
        found = excerpts(told, whole, {whole[1].anchor: 2.0}, Settings(excerpt_share=share))
        assert found.shown <= share * found.words == share * 21
        return [text[start:end] for (start, _), end in sorted(found.ends.items())]

    assert shown(1) == LONG
    assert shown(0.8) == ["The first of the", LONG[1]]
    assert shown(0.6) == ["The first of", "A second one, too,"]
    assert shown(0.5) == [LONG[1]]  # two openings of two words each would tell nothing


def test_a_cited_title_heads_the_page_anyway_and_is_never_cut() -> None:
    text = f"{LONG[0]}\n\n{LONG[1]}"
    end, start = len(LONG[0]), len(LONG[0]) + 2
    title = Field(LONG[0], Span(0, end))
    digest = sha256(text.encode()).hexdigest()
    told = Document("a", "seeds/a.txt", text, digest, title=title, passages=(Passage(start, len(text)),))
    found = excerpts(told, Passages(told, ((0, end), (start, len(text)))).whole, {}, Settings(excerpt_share=0))
    assert (found.ends, found.shown) == ({(0, end): end}, 0)


def test_the_page_says_what_it_leaves_out() -> None:
    assert source(brief(), "quake-paper").excerpts == ""
    view = source(brief(excerpt_share=0.5), "quake-paper")
    shortened = [passage for passage in view.passages if passage.cut]
    assert shortened and f"Of {len(shortened)} more there are only the first words." in view.excerpts
    assert "left out" not in "".join(passage.used for passage in shortened)
    view = source(brief(excerpt_share=0.2), "quake-paper")
    shown = sum(count(words(passage.pieces)) for passage in view.passages)
    left = [passage for passage in view.passages if not passage.pieces]
    assert left and f"repeats {shown} of its" in view.excerpts and f"{len(left)} more cited" in view.excerpts
    assert all(passage.used.startswith("… left out here; used on") for passage in left)


def test_what_the_editor_may_set_reaches_quotations_elsewhere() -> None:
    told = page(brief(excerpt_words=5), "events/earthquake-strikes-port-amrin/").view
    noted = [passage for note in told.notes for passage in note.citations]
    assert noted and all(len(passage.exact.removesuffix(" …").split()) <= 5 for passage in noted)
    assert all(count("".join(w.text for w in q.words)) <= 6 for a in told.accounts for q in a.quotes)
    assert any(q.words[-1].text.endswith(" …") for a in told.accounts for q in a.quotes)
    said = page(brief(excerpt_words=5), "actors/lena-orsk/").view.said
    assert said and all("".join(w.text for w in one.words).endswith(" …") for one in said)
