"""Mentioned in: pages that name somebody without being about them, never with a sentence that stands there already."""

from briefgen.compose.backlinks import MOST, OPEN, Backlink, Mentions
from briefgen.model.knowledge import Account, Chronicle, Corpus, Entities, Event, Participant
from briefgen.model.site import Note
from tests.compose.corpora import Writer, brief, page


def told(*sentences: tuple[str, tuple[str, ...]], said: str = "") -> Corpus:
    """An article whose sentences each tell an event, with those who take part; Ann and Bo are named where they are."""
    writer = Writer()
    writer.article("a", "T\n\n" + " ".join(sentence for sentence, _ in sentences), "T", "Wire")
    for name in ("Ann", "Bo"):
        for n in range(writer.documents["a"].text.count(name)):
            at = writer.mention("a", name, name.lower(), occurrence=n)
        if said and name == "Bo":
            writer.statement("a", said, at)
    events = []
    for n, (sentence, who) in enumerate(sentences):
        cited, parts = writer.cite("a", sentence), tuple(Participant(name, "agent") for name in who)
        events.append(Event(f"e{n}", cited, ("OTHER",), (Account(cited),), participants=parts, weight=float(-n)))
    entities = (writer.entity("ann", "Ann", "person"), writer.entity("bo", "Bo", "person"))
    return Corpus(writer.articles(), Entities(entities), Chronicle(tuple(events)))


def mentions(corpus: Corpus, *notes: Note, url: str = "actors/ann/") -> Mentions:
    found = page(brief(*notes, corpus=corpus), url).view.mentions
    assert isinstance(found, Mentions)
    return found


def words(links: tuple[Backlink, ...]) -> list[tuple[str, str]]:
    return [(link.quote.text if link.quote else link.note, link.page.href) for link in links]


def test_an_event_that_names_somebody_who_takes_no_part() -> None:
    corpus = told(("Ann left.", ("ann",)), ("Bo met a friend of Ann.", ("bo",)))
    found = mentions(corpus)
    assert words(found.shown) == [("Bo met a friend of Ann.", "../../events/e1/index.html")]
    assert (found.folded, found.label, found.shown[0].titled) == ((), "", True)
    assert words(mentions(corpus, url="actors/bo/").shown) == []


def test_a_sentence_that_the_page_tells_is_not_repeated() -> None:
    said = "he trusts Ann and Ann trusts him"
    assert mentions(told((f"Bo said {said}.", ("bo",)))).shown != ()
    assert mentions(told((f"Bo said {said}.", ("bo",)), said=said)).shown == ()
    both = told(("Ann left when Bo came.", ("ann",)))
    again = Event("e9", both.chronicle.events[0].title, ("OTHER",), both.chronicle.events[0].accounts, None)
    chronicle = Chronicle((*both.chronicle.events, again))
    assert mentions(Corpus(both.articles, both.entities, chronicle)).shown == ()


def test_one_sentence_stands_once() -> None:
    corpus = told(("Bo met friends of Ann, as Ann knew.", ("bo",)))
    again = Event("e9", corpus.chronicle.events[0].title, ("OTHER",), corpus.chronicle.events[0].accounts, None)
    found = mentions(Corpus(corpus.articles, corpus.entities, Chronicle((*corpus.chronicle.events, again))))
    assert len(found.shown) == 1


def test_what_is_long_is_folded_and_ends() -> None:
    found = mentions(told(*((f"Bo met friend {n} of Ann.", ("bo",)) for n in range(MOST + 3))))
    assert (len(found.shown), len(found.folded), found.label) == (OPEN, MOST - OPEN, f"{MOST - OPEN} more")
    assert found.shown[0].quote is not None and found.shown[0].quote.text == "Bo met friend 0 of Ann."


def test_the_editors_texts_lead_back() -> None:
    body = '# Start\n\nFirst. *Then* [[Ann]] wrote [@a "Bo came"] to [[bo|her brother]].\n\n- See [[e0]].'
    note = Note("pages", "index", "content/pages/index.md", (), body)
    own = Note("actors", "ann", "content/actors/ann.md", (), "About [[Ann]].")
    corpus = told(("Bo came.", ("bo",)))
    sentence = "Then Ann wrote “Bo came” to her brother."
    for url in ("actors/ann/", "actors/bo/"):
        assert words(mentions(corpus, note, own, url=url).shown) == [(sentence, "../../index.html")]
    assert words(mentions(corpus, note, own, url="events/e0/").shown) == [("See Bo came.", "../../index.html")]
