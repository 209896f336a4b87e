"""The page of a source: where its passages can be read, what rests on it alone, how to cite it."""

import pytest
from msgspec.structs import replace

from briefgen.compose.fragments import at_words
from briefgen.model.knowledge import Article, Chronicle, Corpus, Entities, Voice
from tests.compose.corpora import Writer, brief, page, quake
from tests.compose.test_matrix import ferry

URL = "https://a.example/x"


@pytest.mark.parametrize(
    ("url", "words", "address"),
    [
        (URL, "Berg said no.", f"{URL}#:~:text=Berg%20said%20no."),
        (URL, "Re-open A, B &\n C", f"{URL}#:~:text=Re%2Dopen%20A%2C%20B%20%26%20C"),
        (URL, "1 2 3 4 5 6 7 8 9 10", f"{URL}#:~:text=1%202%203%204%205%206%207%208%209%2010"),
        (URL, "1 2 3 4 5 6 7 8 9 10 11", f"{URL}#:~:text=1%202%203%204%205,7%208%209%2010%2011"),
        (f"{URL}?q=1#part", "Größe", f"{URL}?q=1#part:~:text=Gr%C3%B6%C3%9Fe"),
        (f"{URL}#:~:text=old", "new", f"{URL}#:~:text=new"),
        (URL, " ", URL),
        (None, "Berg said no.", ""),
    ],
)
def test_the_address_of_words(url: str | None, words: str, address: str) -> None:
    assert at_words(url, words) == address


def with_copy(article: Article, address: str) -> Article:
    return replace(article, document=replace(article.document, archive_url=address))


def test_passages_lead_to_their_words_elsewhere_where_it_is_known() -> None:
    corpus = quake()
    articles = [*corpus.articles[:2], with_copy(corpus.articles[2], "https://b.example/1")]
    briefing = brief(corpus=replace(corpus, articles=tuple(articles)))
    wire = page(briefing, "sources/quake-wire/").view.passages[0]
    assert wire.original == (
        "https://wire.example/quake#:~:text=A%20strong%20earthquake%20struck%20Port,killing%20at%20least%2040%20people."
    )
    assert wire.archived == ""
    strike = page(briefing, "sources/strike/").view.passages[0]
    assert (strike.original, strike.archived[:29]) == ("", "https://b.example/1#:~:text=D")


def test_what_rests_on_a_voice_alone_stands_by_itself() -> None:
    briefing = brief()
    wire = {group.label: len(group.pages) for group in page(briefing, "sources/quake-wire/").view.rests}
    assert wire["Events that others tell too"] == 2 and "Events that no other voice tells" not in wire
    strike = page(briefing, "sources/strike/").view.rests[0]
    assert (strike.label, [link.label for link in strike.pages]) == (
        "Events that no other voice tells",
        ["Dockers walked out in Port Amrin on Monday"],
    )


def test_a_wire_text_is_no_other_voice() -> None:
    labels = [group.label for group in page(brief(corpus=ferry()), "sources/a/").view.rests]
    assert labels == ["Events that others tell too"]


@pytest.mark.parametrize(
    ("outlets", "phrase"),
    [
        (3, "Shares a wire text with Outlet 1, Outlet 2; counted as one voice"),
        (6, "Shares a wire text with 5 other articles; all are counted as one voice"),
        (1, "Shares a wire text with 1 other article; counted as one voice"),
    ],
)
def test_those_who_share_a_wire_text_are_named_while_they_are_few(outlets: int, phrase: str) -> None:
    writer = Writer()
    ids = tuple(f"a{n}" for n in range(max(outlets, 2)))
    for n, id_ in enumerate(ids):
        writer.article(id_, "Strike\n\nDockers walked out.", "Strike", f"Outlet {n % outlets}")
    chronicle = Chronicle(voices=(Voice("a0", ids),))
    view = page(brief(corpus=Corpus(writer.articles(), Entities(), chronicle)), "sources/a0/").view
    assert view.voice == phrase


def test_a_source_is_there_for_reference_managers() -> None:
    files = page(brief(), "sources/strike/").view.cite_files
    assert [(file.format, file.href) for file in files] == [
        ("BibTeX", "../../data/sources/strike.bib"),
        ("RIS", "../../data/sources/strike.ris"),
        ("CSL-JSON", "../../data/sources/strike.csl.json"),
    ]
