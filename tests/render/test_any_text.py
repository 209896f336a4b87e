"""Whatever an article says, wherever it is cited: its pages are drawn, valid and free of markup of its own."""

import html5lib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.compose import compose
from briefgen.compose.pages import KINDS
from briefgen.export import EXPORTS
from briefgen.model.knowledge import Account, Chronicle, Citation, Corpus, Entities, Event, Participant
from briefgen.render import renderer
from tests.compose.corpora import Writer, inputs

NASTY = [
    "<script>x</script>",
    "]]>",
    "-->",
    "{{ 1 }}",
    "{% raw %}",
    '"',
    "'",
    "&amp;",
    "\u202e",
    "\x00",
    "\ufffe",
    "=1+1",
    "\\",
    "[[a]]",
]
words = st.one_of(st.sampled_from(NASTY), st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=12))
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)


@given(st.lists(sentences, min_size=1, max_size=4), st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(paragraphs: list[str], draw: st.DataObject) -> None:
    writer = Writer()
    text = "Title\n\n" + "\n\n".join(paragraphs) + " end"
    writer.article("a", text, "Title", "Outlet")
    last = len(text)

    def cite() -> Citation:
        start = draw.draw(st.integers(0, last - 1))
        return Citation("a", start, draw.draw(st.integers(start + 1, last)))

    place = cite()
    writer.mention("a", text[place.start : place.end], "who")
    writer.statement("a", text[place.start : place.end], 0)
    name = text[place.start : place.end]
    accounts = tuple(Account(cite()) for _ in range(3))
    event = Event(
        "e",
        accounts[0].citation,
        ("ASSAULT",),
        accounts,
        None,
        places=(name,),
        participants=(Participant("who", "agent"),),
    )
    corpus = Corpus(writer.articles(), Entities((writer.entity("who", name, "person"),)), Chronicle((event,)))
    read = inputs()
    briefing, problems = compose(corpus, read, KINDS)
    assert problems == ()
    stage = renderer(read.theme)
    own = next(f.data for f in read.theme.static if f.name == "inline/scheme.js").decode()
    for page in briefing.pages:
        html = stage.run(page).data.decode("utf-8")
        if page.view is not None:
            html5lib.HTMLParser(strict=True).parse(html)
            # The one script in the page is the theme's.
            assert html.count("<script>") == html.count(f"<script>{own}") <= 1
    for export in EXPORTS:
        for artifact in export.make(briefing, corpus):
            artifact.data.decode("utf-8")
