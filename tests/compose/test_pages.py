"""What the pages make of the data: what stands once, what stands apart, and what is left for elsewhere."""

from msgspec import structs

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.compose.parts import Link
from briefgen.model.knowledge import Account, Chronicle, Corpus, Disagreement, Entities, Event, Side
from briefgen.model.site import Note
from briefgen.model.text import Published, Span
from tests.compose.corpora import Writer, brief, inputs, page, quake


def walkout(*tellings: tuple[str, str, str | None], text: str = "Dockers walked out and blocked a road.") -> Corpus:
    """An article of a sentence or two, with events: the words of each one's title, its trigger, its date."""
    writer = Writer()
    writer.article("a", f"Title\n\n{text}", "Title", "Outlet")
    sentence = writer.cite("a", text.split(". ", maxsplit=1)[0])
    events = tuple(
        Event(
            trigger, writer.cite("a", title), ("PROTEST",),
            (Account(sentence, Span(*writer.span("a", trigger))),), date,
            weight=float(len(tellings) - n),
        )
        for n, (title, trigger, date) in enumerate(tellings)
    )  # fmt: skip
    return Corpus(writer.articles(), Entities(), Chronicle(events))


def test_a_list_has_a_sentence_once_with_all_that_it_tells_of_the_day() -> None:
    first, second = (
        ("Dockers walked out", "walked", "2031"),
        ("Dockers walked out and blocked a road", "blocked", "2031"),
    )
    cards = page(brief(corpus=walkout(first, second)), "events/").view.events
    assert [(card.event.label, card.also) for card in cards] == [
        ("Dockers walked out", (Link("“blocked”", "../events/blocked/index.html"),))
    ]
    other = (second[0], second[1], "2032")
    assert len(page(brief(corpus=walkout(first, other)), "events/").view.events) == 2
    note = Note("events", "blocked", "content/events/blocked.md", (("title", ("The road",)),))
    assert len(page(brief(note, corpus=walkout(first, second)), "events/").view.events) == 2


def test_what_one_sentence_tells_is_no_neighbour() -> None:
    tellings = [("Dockers walked out", "walked", "2031"), ("Dockers walked out and blocked a road", "blocked", "2031")]
    assert page(brief(corpus=walkout(*tellings)), "events/walked/").view.after == ()
    later = (tellings[1][0], tellings[1][1], "2032")
    assert [one.date for one in page(brief(corpus=walkout(tellings[0], later)), "events/walked/").view.after] == [
        "2032"
    ]


def test_an_account_a_trigger_is_a_sentence_once_on_the_page_and_all_in_the_data() -> None:
    corpus = walkout(("Dockers walked out", "walked", None))
    event = corpus.chronicle.events[0]
    sentence = event.accounts[0].citation
    start = corpus.articles[0].document.text.index("blocked")
    twice = (*event.accounts, Account(sentence, Span(start, start + 7)))
    told = Event(event.id, event.title, event.types, twice)
    briefing = brief(corpus=Corpus(corpus.articles, Entities(), Chronicle((told,))))
    assert len(briefing.data.events[0].citations) == 2
    view = page(briefing, "events/walked/").view
    assert [len(account.quotes) for account in view.accounts] == [1]
    assert page(briefing, "about/").view.verified.startswith("2 of 2 ")


def test_what_has_no_date_stands_apart_unless_its_sentence_has_one() -> None:
    dated = ("Dockers walked out and blocked a road", "blocked", "2031")
    home = page(brief(corpus=walkout(dated, ("Dockers walked out", "walked", None))), "").view
    assert [(card.date.text, card.also[0].label) for card in home.events.dated] == [("2031", "“walked”")]
    assert home.events.undated == ()
    home = page(brief(corpus=walkout(("Dockers walked out", "walked", None))), "").view
    assert home.events.dated == ()
    assert [card.event.label for card in home.events.undated] == ["Dockers walked out"]


def test_an_article_of_which_little_is_cited_shows_how_it_begins() -> None:
    text = "It rained. Dockers walked out."
    quiet = walkout(text=text)
    view = page(brief(corpus=quiet), "sources/a/").view
    assert ([piece.text for piece in view.opening.pieces], view.passages) == (["It rained."], ())
    told = page(brief(corpus=walkout(("It rained.", "rained", None), text=text)), "sources/a/").view
    assert told.opening is None and [bool(whole.pieces) for whole in told.passages] == [True]


def test_an_article_of_which_nothing_was_read_is_named() -> None:
    _, problems = compose(walkout(), inputs(), KINDS)
    assert [(p.severity, p.code, p.position and p.position.path) for p in problems] == [
        ("info", "nothing-read", "seeds/a.txt")
    ]


LAST = "Rescue teams from Tavia reached Port Amrin on Wednesday, a day after the earthquake that killed 62 people."


def test_a_side_has_a_whole_sentence_of_each_source() -> None:
    briefing = brief()
    sides = page(briefing, "events/earthquake-strikes-port-amrin/").view.disagreements[0].sides
    assert [(side.value, [quote.text for quote in side.quotes]) for side in sides] == [
        ("at least 40", ["A strong earthquake struck Port Amrin on Tuesday, killing at least 40 people."]),
        ("62", [LAST]),
    ]


def test_a_side_quotes_no_run_of_sentences() -> None:
    writer = Writer()
    writer.article("a", "T\n\nIt rained. Two died there. Nine died. It ended.", "T", "Outlet")
    run = writer.cite("a", "Two died there. Nine died.")
    account = Account(writer.cite("a", "It rained."))
    event = Event("rain", account.citation, ("OTHER",), (account,))
    sides = (Side("Nine", (run, run)), Side("the long words that this side holds of what was", (account.citation,)))
    differ = Disagreement("d", "deaths", "figure", sides, event="rain")
    corpus = Corpus(writer.articles(), Entities(), Chronicle((event,), (), (differ,)))
    shown = page(brief(corpus=corpus), "events/rain/").view.disagreements[0].sides
    assert [quote.text for quote in shown[0].quotes] == ["Nine died."]


def test_a_speaker_who_is_no_actor_is_named_as_the_source_has_it() -> None:
    writer = Writer()
    writer.article("a", "T\n\nThe ferry union said it would strike. They said no more.", "T")
    for words, speaker in (("it would strike", "The ferry union"), ("no more", "They")):
        writer.statement("a", words, None, direct=False)
        made = writer.found["a"]["statements"]
        made[-1] = structs.replace(made[-1], speaker_span=Span(*writer.span("a", speaker)))
    records = brief(corpus=Corpus(writer.articles(), Entities(), Chronicle())).data.statements
    assert [record.speaker_text for record in records] == ["The ferry union", None]


def test_two_who_speak_together_are_both_named() -> None:
    writer = Writer()
    writer.article(
        "a", "T\n\nAnn Lee and Jan Berg said it would snow. Jan Berg said no more. Ole, who left, fell.", "T"
    )
    lee = writer.mention("a", "Ann Lee", "ann-lee")
    berg = writer.mention("a", "Jan Berg", "jan-berg")
    again = writer.mention("a", "Jan Berg", "jan-berg", occurrence=1)
    writer.found["a"]["mentions"][berg] = structs.replace(writer.found["a"]["mentions"][berg], chain=1)
    told = (("it would snow", lee, "Ann Lee and Jan Berg"), ("no more", again, "Jan Berg"), ("fell", None, "Ole, who"))
    for words, speaker, named in told:
        writer.statement("a", words, speaker, direct=False)
        made = writer.found["a"]["statements"]
        made[-1] = structs.replace(made[-1], speaker_span=Span(*writer.span("a", named)))
    entities = Entities(
        (writer.entity("ann-lee", "Ann Lee", "person"), writer.entity("jan-berg", "Jan Berg", "person"))
    )
    records = brief(corpus=Corpus(writer.articles(), entities, Chronicle())).data.statements
    assert [(record.speaker, record.speaker_text) for record in records] == [
        ("ann-lee", "Ann Lee and Jan Berg"),
        ("jan-berg", None),
        (None, "Ole"),
    ]


def test_home_tells_the_latest_date_only_where_the_span_does_not() -> None:
    corpus = quake()
    assert page(brief(corpus=corpus), "").view.as_of.text == "6 March 2031"  # the strike's article is dated 10 to 16
    dated = walkout(("Dockers walked out", "walked", "2031"))
    article = dated.articles[0]
    document = structs.replace(article.document, published=Published("2031-03-05", "stated"))
    alone = Corpus((structs.replace(article, document=document),), dated.entities, dated.chronicle)
    home = page(brief(corpus=alone), "").view
    assert (home.base, home.as_of.iso) == ("1 article, 1 outlet, 5 March 2031", "")


def test_about_counts_only_what_there_is() -> None:
    counts = page(brief(corpus=walkout(("Dockers walked out", "walked", "2031"))), "about/").view.counts
    assert counts == ("1 article", "1 event")


def test_what_a_list_calls_an_actor_stands_by_itself() -> None:
    writer = Writer()
    writer.article("a", "T\n\nOrsk, the French rival, who leads the union, a former dock worker.", "T")
    orsk = writer.mention("a", "Orsk", "orsk")
    for words in ("who leads the union", "French rival", "former dock worker"):
        writer.description("a", words, orsk)
    corpus = Corpus(writer.articles(), Entities((writer.entity("orsk", "Orsk", "person"),)), Chronicle())
    assert page(brief(corpus=corpus), "actors/").view.groups[0].actors[0].description == "former dock worker"


def test_the_timeline_runs_from_the_longer_to_the_shorter() -> None:
    tellings = [(f"Dockers walked out and blocked a road {n}", f"{n}.", date) for n, date in
                enumerate(("2031-02", "2031", "203X", "2031-01-05", "2029", None))]  # fmt: skip
    text = " ".join(f"Dockers walked out and blocked a road {n}." for n in range(len(tellings)))
    view = page(brief(corpus=walkout(*tellings, text=text)), "timeline/").view
    assert [p.label for p in view.periods] == [
        "2029",
        "the 2030s",
        "2031",
        "January 2031",
        "February 2031",
        "Told without a date",
    ]
    assert [(year.year.label, year.year.href, [month.label for month in year.months]) for year in view.years] == [
        ("2029", "#m-2029", []),
        ("the 2030s", "#m-203x", []),
        ("2031", "#m-2031", ["January", "February"]),
        ("Told without a date", "#undated", []),
    ]
    assert [p.dated for p in view.periods] == [False, False, False, True, False, False]
    assert [card.date.text for card in view.periods[3].events] == ["5 January 2031"]


def test_a_heading_s_date_is_not_said_again() -> None:
    tellings = [(f"Dockers walked out and blocked a road {n}", f"{n}.", date) for n, date in
                enumerate(("2031-02-03", "2031-02", "2031-02"))]  # fmt: skip
    text = " ".join(f"Dockers walked out and blocked a road {n}." for n in range(len(tellings)))
    (period,) = page(brief(corpus=walkout(*tellings, text=text)), "timeline/").view.periods
    assert (period.label, period.dated) == ("February 2031", True)
    assert sorted(card.date.text for card in period.events) == ["", "", "3 February 2031"]


def test_a_relation_cites_its_first_passages() -> None:
    writer = Writer()
    text = " ".join(f"Orsk leads Tavia {n}." for n in range(10))
    writer.article("a", f"T\n\n{text}", "T")
    for n in range(10):
        orsk = writer.mention("a", "Orsk", "orsk", occurrence=n)
        tavia = writer.mention("a", "Tavia", "tavia", "country", occurrence=n)
        writer.relation("a", f"Orsk leads Tavia {n}", (orsk, "leads", tavia))
    entities = (writer.entity("orsk", "Orsk", "person"), writer.entity("tavia", "Tavia", "country"))
    tie = page(brief(corpus=Corpus(writer.articles(), Entities(entities), Chronicle())), "actors/orsk/").view.ties[0]
    assert ([citation.number for citation in tie.citations], tie.more) == ([1, 2, 3, 4, 5, 6, 7, 8], "and 2 more")


def test_a_source_tells_events_of_the_same_words_apart() -> None:
    tellings = [("Dockers walked out and blocked a road", word, "2031") for word in ("walked", "blocked")]
    view = page(brief(corpus=walkout(*tellings)), "sources/a/").view
    labels = ["Dockers walked out and blocked a road", "Dockers walked out and blocked a road (“blocked”)"]
    assert [link.label for link in view.rests[0].pages] == labels
    assert [link.label for link in view.passages[0].used_by] == labels


def test_the_index_of_events_leaves_the_long_rest_to_the_timeline() -> None:
    tellings = [(f"Road {n} was blocked.", f"{n} was", None) for n in range(402)]
    briefing = brief(corpus=walkout(*tellings, text=" ".join(title for title, _, _ in tellings)))
    view = page(briefing, "events/").view
    assert (len(view.events), view.rest.label) == (100, "302 more events in the timeline")
    numbers = ("", *(f"page/{n}/" for n in range(2, 6)))
    undated = [page(briefing, f"timeline/undated/{number}").view.periods for number in numbers]
    assert [len(period.events) for periods in undated for period in periods] == [100, 100, 100, 100, 2]


def test_an_outlet_stands_once_in_a_list() -> None:
    writer = Writer()
    for letter in "abc":
        writer.article(letter, "T\n\nDockers walked out.", "T", "Outlet c" if letter == "c" else "Outlet")
    accounts = tuple(Account(writer.cite(letter, "Dockers walked out.")) for letter in "abc")
    event = Event("walkout", accounts[0].citation, ("PROTEST",), accounts)
    card = page(brief(corpus=Corpus(writer.articles(), Entities(), Chronicle((event,)))), "events/").view.events[0]
    assert [(link.label, link.href) for link in card.outlets] == [
        ("Outlet", "../sources/a/index.html"),
        ("Outlet c", "../sources/c/index.html"),
    ]


def test_home_shows_the_disagreements_about_the_weightiest_first() -> None:
    corpus = walkout(
        ("Dockers walked out", "walked", "2031"), ("Dockers walked out and blocked a road", "blocked", "2032")
    )
    sides = tuple(Side(value, (corpus.chronicle.events[0].title,)) for value in ("1", "2"))
    differ = tuple(
        Disagreement(id_, id_, "figure", sides, event=event) for id_, event in (("a", "blocked"), ("b", "walked"))
    )
    chronicle = structs.replace(corpus.chronicle, disagreements=differ)
    view = page(brief(corpus=Corpus(corpus.articles, corpus.entities, chronicle)), "").view
    assert [item.topic for item in view.disagreements] == ["b", "a"]
