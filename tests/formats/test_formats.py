"""Bytes to text: offsets count in the decoded text, and what cannot be read is named with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.formats import html, text
from briefgen.model.text import SourceFile

PAGE = """<!doctype html><html lang="en"><head><title>Court frees minister</title>
<meta property="og:site_name" content="The Ledger">
<meta property="article:published_time" content="2019-11-06T08:00:00Z">
<meta name="author" content="Dana Moss"></head><body><nav><a href="/">Home</a><a href="/x">World</a></nav><article>
<h1>Court frees minister</h1><p>An appeals court in Warsaw on Tuesday overturned the conviction of a former minister,
who had been sentenced to four years.</p>
<p>The judge said the lower court had ignored evidence, and
 the prosecutor announced an appeal to the Supreme Court.</p>
</article><footer>Follow us</footer></body></html>"""


def source(data: bytes, name: str = "seeds/a.txt") -> SourceFile:
    return SourceFile("a", name, data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbfTitle\r\n\r\nBody\rmore", "Title\n\nBody\nmore"),
        ("caf\u00e9 \u201cx\u201d\u00a0y".encode(), "café “x”\u00a0y"),
        (b"", ""),
    ],
)
def test_decoding(data: bytes, expected: str) -> None:
    assert text.parse(source(data)).text == expected


def test_front_matter_is_metadata_and_stays_in_the_text() -> None:
    raw = text.parse(source(b"---\ntitle: no\ndate: 2020-01-02\nOutlet: X\n---\nBody"))
    assert raw.text[raw.body_start :] == "Body"
    assert raw.metadata == (("title", "no"), ("date", "2020-01-02"), ("outlet", "X"))


@pytest.mark.parametrize("data", [b"---\nA rule above a text\n---\nBody", b"---\nnever: closed\n\nBody", b"--- \nBody"])
def test_what_only_looks_like_front_matter_is_body(data: bytes) -> None:
    raw = text.parse(source(data))
    assert (raw.body_start, raw.metadata) == (0, ())


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"Title\n\ncaf\xe9", "not-utf-8", 3),
        (b"a\nb\0c", "not-utf-8", 2),
        (b"---\ntitle: x\ntitle: y\n---\nBody", "bad-yaml", 3),
        (b"---\ntitle: [x\n---\nBody", "bad-yaml", 3),
    ],
)
def test_unreadable_article_is_a_warning_with_its_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(BriefgenError) as caught:
        text.parse(source(data))
    (slip,) = caught.value.diagnostics
    assert (slip.severity, slip.code) == ("warning", code)
    assert slip.position is not None and slip.position.line == line and slip.hint


def test_html_gives_body_and_explicit_metadata() -> None:
    raw = html.parse(source(PAGE.encode(), "seeds/a.html"))
    assert "overturned the conviction" in raw.text and "Follow us" not in raw.text
    assert dict(raw.metadata) == {
        "title": "Court frees minister", "publisher": "The Ledger", "author": "Dana Moss",
        "date": "2019-11-06", "language": "en",
    }  # fmt: skip


def test_html_date_is_never_guessed_from_the_text() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2019-11-06T08:00:00Z">', "").replace(
        "Tuesday", "5 November 2019"
    )
    assert "date" not in dict(html.parse(source(page.encode(), "seeds/a.html")).metadata)


@pytest.mark.parametrize("data", [b"<div>" * 5000, b"<a " * 300_000, b"", b"<script>x</script>"])
def test_html_that_is_hostile_or_empty_is_named(data: bytes) -> None:
    with pytest.raises(BriefgenError) as caught:
        html.parse(source(data, "seeds/a.html"))
    assert caught.value.diagnostics[0].severity == "warning"


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(BriefgenError) as caught:
        html.parse(source(PAGE.encode(), "seeds/a.html"))
    assert "briefgen[html]" in caught.value.diagnostics[0].hint
    assert caught.value.diagnostics[0].code == "missing-extra"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_named(data: bytes) -> None:
    try:
        raw = text.parse(source(data))
    except BriefgenError as error:
        assert error.diagnostics[0].position is not None
    else:
        assert "\r" not in raw.text and 0 <= raw.body_start <= len(raw.text)
