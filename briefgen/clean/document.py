"""From a file's text to a Document: blocks, what each is, and the sentences of those that are body."""

from hashlib import sha256

from msgspec import Struct

from briefgen.clean import sentences
from briefgen.clean.clocks import by_clock, is_live
from briefgen.clean.credits import agency_credits
from briefgen.clean.dateline import parts
from briefgen.clean.header import Header, read_header
from briefgen.clean.inline import trim
from briefgen.clean.lines import Block, blocks
from briefgen.clean.marks import mark_blocks, mark_days, mark_duplicates, mark_headings, mark_tail
from briefgen.clean.metadata import Given, lay_over
from briefgen.clean.page import find_main
from briefgen.clean.patterns import Mark
from briefgen.clean.publisher import site_cut
from briefgen.model.text import Document, Field, Furniture, Passage, Published, RawText, Sentence, SourceFile, Span

NEWSROOM_RULES = ("byline", "date-line", "name-line")  # of lines in which an agency's name is that of its newsroom
ACRONYM = 4  # letters of an agency's name that is written in capitals: AFP, TASS


class Body(Struct, frozen=True):
    """Passages and sentences of the body, the furniture around and inside them, the agencies credited there, those of
    them that a dateline, a byline or a line over the text names (``newsrooms``), and the first dateline's day."""

    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...]
    credits: tuple[Field, ...]
    newsrooms: tuple[Field, ...]
    when: Field | None


def read_document(source: SourceFile, raw: RawText, repeated: frozenset[str]) -> Document | None:
    """The document of a file's text, None where there is no visible text at all."""
    listed = blocks(raw.text, raw.body_start)
    if not listed:
        return None
    marks = mark_blocks(listed, repeated)
    main = find_main(listed, marks)
    header = read_header(listed, marks, main)
    for i, mark in header.marks:
        marks[i] = mark
    mark_duplicates(listed, marks, header.title_block)
    mark_days(listed, marks, header.title_block, header.body, main.last)
    mark_headings(listed, marks, header.body, main.last)
    mark_tail(listed, marks, header.body, main.last)
    for i in (*range(main.first), *range(main.last, len(listed))):
        if marks[i] is None and i != header.title_block:
            marks[i] = Mark("navigation" if not listed[i].terminal else "other", "outside-article")
    body = _body(raw, listed, marks, header)
    found = Document(
        source.id,
        source.path,
        raw.text,
        sha256(source.data).hexdigest(),
        title=_title(raw.text, listed, header),
        publisher=header.publisher or _credited(raw.text, body.newsrooms),
        author=header.author,
        published=_published(header.published, body.when),
        credits=body.credits,
        dateline=body.when if body.when and body.when.value.startswith("X") else None,
        furniture=body.furniture,
        passages=body.passages,
        sentences=body.sentences,
    )
    return lay_over(found, Given(raw.metadata))


def _title(text: str, listed: list[Block], header: Header) -> Field | None:
    if header.title_block is None:
        return None
    block = listed[header.title_block]
    end = block.end
    if header.publisher and header.publisher.span and block.start < header.publisher.span.start < block.end:
        cut = site_cut(block.text)
        end = block.start + cut[0] if cut else end
    return Field(" ".join(text[block.start : end].split()), Span(block.start, end))


def _credited(text: str, newsrooms: tuple[Field, ...]) -> Field | None:
    """The agency whose dateline, byline or name the article carries at its head, if it is but one: the page names no
    outlet, and the text is that agency's.
    """
    if len({field.value for field in newsrooms}) != 1 or newsrooms[0].span is None:
        return None
    span = newsrooms[0].span
    name = text[span.start : span.end]
    return Field(name.title() if name.isupper() and len(name) > ACRONYM else name, span)


def _published(stated: Published, when: Field | None) -> Published:
    """The date that the page states, else that of a dateline with its year."""
    if stated.value or when is None or when.value.startswith("X"):
        return stated
    return Published(when.value, "stated", when.span, "the dateline")


def _body(raw: RawText, listed: list[Block], marks: list[Mark | None], header: Header) -> Body:
    passages: list[Passage] = []
    found: list[Sentence] = []
    furniture = [Furniture(0, raw.body_start, "other", "front-matter")] if raw.body_start else []
    credits: list[Field] = []
    newsrooms: list[Field] = []
    when: Field | None = None
    live = is_live(listed)
    closing: tuple[Field, ...] = ()  # of the last paragraph: one in mid-article credits no more than its paragraph
    for i, (block, mark) in enumerate(zip(listed, marks, strict=True)):
        if mark:
            furniture.append(Furniture(block.start, block.end, mark.kind, mark.rule))
            credited = agency_credits(block, mark)
            credits += credited
            newsrooms += credited if mark.rule in NEWSROOM_RULES or i < header.body else ()
        elif i != header.title_block:
            for part in parts(block, len(passages)):
                trimmed = trim(part, len(passages))
                furniture += trimmed.furniture
                credits += trimmed.head_credits
                newsrooms += trimmed.head_credits
                closing = trimmed.tail_credits
                when = when or trimmed.when
                spans = sentences.split(raw.text, trimmed.start, trimmed.end)
                spans = by_clock(raw.text, spans) if live else spans
                if spans:
                    found += [Sentence(start, end, len(passages)) for start, end in spans]
                    passages.append(Passage(spans[0][0], spans[-1][1]))
    return Body(tuple(passages), tuple(found), tuple(furniture), _unique([*credits, *closing]), tuple(newsrooms), when)


def _unique(credits: list[Field]) -> tuple[Field, ...]:
    first: dict[str, Field] = {}
    for field in credits:
        first.setdefault(field.value, field)
    return tuple(first.values())
