"""Cleaning as a whole: hostile input, problems, the stage, notes, recurring lines."""

from time import perf_counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.clean import CleanTask, clean, cleaner, curate, tasks
from briefgen.clean.outlet import is_outlet
from briefgen.formats import FORMATS
from briefgen.model.site import Note, Settings
from briefgen.model.text import Cleaned, Document, SourceFile
from tests.clean.check import check_spans

PIECES = st.sampled_from(
    [
        "The court in Lima rejected the appeal on Monday, its president said.",
        "“We won’t go,” she said. ‘Never.’",
        "By Jane Doe",
        "May 3, 2021",
        "Updated: 01-03-2021",
        "LIMA (AFP) - The talks failed. (Reporting by Jane Doe)",
        "The Daily Example",
        "Share",
        "Home",
        "12 Comments",
        "©2021 Example Inc.",
        "Source(s): Reuters",
        "A crane [Getty]",
        "---",
        "title: x",
        "\ufeff",
        "\u00a0\u200b",
        "\r\n",
        "\n\n",
        "\n",
        " ",
        "\x0c",
        "ß İ ﬁ 𝕏 ́",
        "The Example Post | World",
        "Published on 3 May 2021 by The Example Post",
        "3 May",
        "May 4, 2021",
        "https://example.org/2021/05/03/a",
        "Talks go on Lima, Peru (CNN) -- The union met on Monday, it said.",
        "By Jane Doe, Special to CNN The union met on Monday, it said.",
        "Photo: Jane Doe The union met on Monday and it will meet again in May.",
        "Storm hits coast The storm made landfall at dawn on Monday.",
        "LIMA, 3 May (AFP) - ",
        "(Reporting by Jane Doe and John Roe)",
    ]
)


def source(text: str, name: str = "seeds/a.txt") -> SourceFile:
    return SourceFile("a", name, text.encode("utf-8", "surrogatepass"))


def document(text: str) -> Document:
    found = clean(source(text), FORMATS).document
    assert found is not None
    return found


@given(st.lists(PIECES | st.text(max_size=30), max_size=30).map("\n".join))
def test_any_text_gives_spans_or_problems(text: str) -> None:
    cleaned = clean(source(text), FORMATS, ("Home", "The Daily Example"))
    if cleaned.document:
        check_spans(cleaned.document)
    if cleaned.document is None or not cleaned.document.passages:
        assert cleaned.problems


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_problems(data: bytes) -> None:
    cleaned = clean(SourceFile("a", "seeds/a.md", data), FORMATS)
    assert cleaned.document or cleaned.problems
    assert all(p.code and p.position and p.position.path == "seeds/a.md" for p in cleaned.problems)


@given(st.lists(PIECES, max_size=12).map("\n\n".join))
def test_line_ends_and_byte_order_mark_change_nothing(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\ufeff", "")
    marked = b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
    one = clean(SourceFile("a", "a.txt", plain.encode()), FORMATS).document
    two = clean(SourceFile("a", "a.txt", marked), FORMATS).document
    assert (one is None) == (two is None)
    if one and two:
        assert msgspec.structs.replace(two, sha256=one.sha256) == one


@pytest.mark.parametrize(
    "piece",
    [
        *("word ", "a", "\u00a0", "\u00a0x", "He left. ", "By Jane Doe ", "\n", "Home\n", "x\n\n", "\"'(“", "1.1", "."),
        *("a The ", "Lima (CNN) -- The ", "(CNN) -- ", "By A B, C D ", "Photo: A B The ", "May 3\n\n", "LIMA, "),
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        began = perf_counter()
        clean(source(piece * (size // len(piece))), FORMATS)
        return perf_counter() - began

    clean(source("warm up the tables. By Jane Doe"), FORMATS)
    assert seconds(200_000) < 40 * seconds(20_000) + 0.2


def test_metadata_that_could_do_harm_is_passed_over() -> None:
    head = "url: javascript:alert(1)\narchive_url: 'https://e.org/\"><b>'\nlanguage: 'en\"><b>'\n"
    found = document(f"---\n{head}---\nThe court met on Monday.\n")
    assert (found.url, found.archive_url, found.language) == (None, None, "en")
    found = document("---\nurl: https://e.org/a?b=c\nlanguage: pt-BR\n---\nThe court met on Monday.\n")
    assert (found.url, found.language) == ("https://e.org/a?b=c", "pt-BR")


def test_a_page_title_with_the_site_behind_it_is_the_title_that_the_text_states() -> None:
    head = "title: Mine collapse kills four - The Example\npublisher: The Example"
    body = "Mine collapse kills four\n\nFour miners died when a mine collapsed on Saturday, the government said."
    found = document(f"---\n{head}\n---\n{body}")
    assert found.title and (found.title.value, found.exact(found.title.span or found.furniture[0])) == (
        "Mine collapse kills four",
        "Mine collapse kills four",
    )


def test_front_matter_is_furniture() -> None:
    found = document("---\ndate: 2020-05-03\n---\nThe court met on Monday.\n")
    assert found.exact(found.furniture[0]) == "---\ndate: 2020-05-03\n---\n"
    assert (found.furniture[0].kind, found.furniture[0].rule) == ("other", "front-matter")


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("a.txt", "", "empty-article", 0),
        ("a.txt", "\n\u200b \n", "empty-article", 0),
        ("a.txt", "Home\nSubscribe\n", "empty-article", 0),
        ("a.pdf", "x", "unknown-format", 0),
        ("a.md", "---\nurl: x\ndate: soon\n---\nThe court met on Monday.", "bad-date", 3),
    ],
)
def test_problems_have_code_position_and_hint(name: str, text: str, code: str, line: int) -> None:
    (problem,) = clean(source(text, name), FORMATS).problems
    assert (problem.severity, problem.code) == ("warning", code)
    assert problem.position is not None and (problem.position.path, problem.position.line) == (name, line)
    assert problem.hint


def test_suffixes_know_no_case() -> None:
    assert clean(source("The court met on Monday.", "SEEDS/A.TXT"), FORMATS).document


def test_stage_runs_tasks_and_its_result_can_be_stored() -> None:
    stage = cleaner(FORMATS)
    result = stage.run(CleanTask(source("A voice for all\n\nThe court met on Monday."), ("A voice for all",)))
    assert result.document and result.document.furniture[0].rule == "repeated-line"
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(result), type=Cleaned) == result
    assert cleaner(FORMATS).fingerprint == stage.fingerprint != cleaner(FORMATS[:1]).fingerprint


def _repeated(sources: tuple[SourceFile, ...]) -> tuple[str, ...]:
    """All lines that recur in at least three articles."""
    return tuple(sorted({line for task in tasks(sources) for line in task.repeated}))


def _article(number: int, extra: str = "Weather and traffic") -> SourceFile:
    lead = f"The council of district {number} met on Monday to vote on the budget that the mayor had sent back in May."
    return SourceFile(f"n{number}", f"n{number}.txt", f"Title {number}\n\n{extra}\n\n{lead}\n".encode() * 2)


def test_lines_of_three_articles_recur() -> None:
    sources = tuple(map(_article, range(3)))
    assert _repeated(sources) == ("Weather and traffic",)
    assert _repeated(sources[:2]) == ()
    assert _repeated((*sources[:2], _article(4, "Nothing alike"))) == ()


def test_a_recurring_line_is_known_with_its_list_mark_and_without() -> None:
    lines = ("* Weather and traffic", "• Weather and traffic", "Weather and traffic")
    assert _repeated(tuple(_article(i, line) for i, line in enumerate(lines))) == ("Weather and traffic",)


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Which stories would you like to see here?", True),
        ("You agree that anything you post may be used.", True),
        ("The town has been without water since the dam broke in May.", False),
        ("“You will hear from us,” the mayor said.", False),
        ('"Would you go?" she asked.', False),
    ],
)
def test_of_recurring_sentences_only_those_to_the_reader_are_furniture(line: str, furniture: bool) -> None:
    assert _repeated(tuple(_article(i, line) for i in range(3))) == ((line,) if furniture else ())


def test_copies_of_one_text_count_once() -> None:
    copies = tuple(SourceFile(f"c{i}", f"c{i}.txt", _article(1).data + f"\nOutlet {i}".encode()) for i in range(4))
    assert _repeated(copies) == ()


def test_a_new_article_changes_only_the_tasks_that_share_its_lines() -> None:
    before = tasks((*map(_article, range(3)), _article(7, "Nothing alike")))
    after = tasks((*map(_article, range(3)), _article(7, "Nothing alike"), _article(8)))
    assert after[:4] == before


def _note(*fields: tuple[str, str]) -> Note:
    return Note("sources", "a", "content/sources/a.md", tuple((key, (value,)) for key, value in fields))


def test_editors_fields_win() -> None:
    plain = document("Ferry sinks off Cebu\n\nMay 3, 2021\n\nA ferry with 200 people aboard sank off Cebu on Monday.")
    note = _note(
        ("title", "Ferry sinks"),
        ("publisher", "The Example"),
        ("date", "2021-05"),
        ("url", "https://e.org/"),
        ("language", "en-GB"),
    )
    (found,) = curate([plain], [note], Settings())
    assert found.title and (found.title.value, found.title.span) == ("Ferry sinks", None)
    assert found.publisher and found.publisher.value == "The Example"
    assert (found.published.value, found.published.basis) == ("2021-05", "editor")
    assert (found.url, found.language) == ("https://e.org/", "en-GB")
    assert found.sentences == plain.sentences


def test_a_title_that_the_editor_confirms_keeps_its_span() -> None:
    plain = document(
        "Ferry sinks off Cebu\n\nA ferry with 200 people aboard sank off Cebu, the coast guard said on Monday."
    )
    (found,) = curate([plain], [_note(("title", "Ferry sinks off Cebu"))], Settings())
    assert found.title == plain.title and found.title is not None and found.title.span


@pytest.mark.parametrize(
    ("hide", "visibility", "kept"),
    [(None, "public", 1), ("true", "public", 0), (None, "hidden", 0), ("false", "hidden", 1)],
)
def test_hidden_sources_are_left_out(hide: str | None, visibility: str, kept: int) -> None:
    notes = [_note(("hide", hide))] if hide else []
    settings = msgspec.convert({"visibility": visibility}, Settings)
    assert len(curate([document("The court met on Monday.")], notes, settings)) == kept


def test_notes_of_other_kinds_and_ids_do_nothing() -> None:
    plain = document("The court met on Monday.")
    notes = [Note("actors", "a", "x.md", (("hide", ("true",)),)), Note("sources", "b", "y.md", (("hide", ("true",)),))]
    assert curate([plain], notes, Settings()) == (plain,)


@pytest.mark.parametrize("line", ["LOGIN   REGISTER", "News   Economy   Sport   Culture", "Daily Menu"])
def test_a_line_of_the_menu_is_no_outlet(line: str) -> None:
    assert not is_outlet(line)
    assert is_outlet("The Daily Harbour")
