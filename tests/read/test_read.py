"""Files, settings, notes and judgements: what is read, what is named, and where the finger points."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.config import Project, find_project
from briefgen.errors import BriefgenError
from briefgen.inputs import inputs_digest
from briefgen.model.site import Settings
from briefgen.model.text import Diagnostic
from briefgen.read import read
from briefgen.read.judgements import read_judgements
from briefgen.read.notes import read_notes
from briefgen.read.scan import scan, source_ids
from briefgen.read.settings import WANTED, read_settings, settings_schema
from briefgen.read.theme import read_theme

Maker = Callable[..., Project]


def places(slips: tuple[Diagnostic, ...]) -> list[tuple[str, str, int]]:
    return [(slip.code, slip.position.path, slip.position.line) for slip in slips if slip.position]


def test_scan_takes_articles_in_order_and_names_the_rest(project: Maker) -> None:
    made = project(
        {
            "seeds/b.txt": "B",
            "seeds/sub/a.md": "A",
            "seeds/a.html": "<p>x",
            "seeds/x.pdf": b"%PDF",
            "seeds/.DS_Store": "x",
        }
    )
    sources, slips = scan(made)
    assert [(s.id, s.path) for s in sources] == [
        ("a", "seeds/a.html"),
        ("b", "seeds/b.txt"),
        ("sub-a", "seeds/sub/a.md"),
    ]
    assert places(slips) == [("unknown-format", "seeds/x.pdf", 0)]


@pytest.mark.parametrize("folder", ["seeds", "content", "content/actors"])
def test_a_folder_that_cannot_be_opened_ends_the_build(project: Maker, folder: str) -> None:
    with pytest.raises(NotADirectoryError):
        read(project({folder: "a file where a folder should be, or a disk that is away"}))


def test_ids_do_not_depend_on_order_and_never_meet() -> None:
    paths = ["seeds/a b.txt", "seeds/a-b.md", "seeds/Ärger.txt", "seeds/東京.txt", "seeds/x.txt"]
    ids = source_ids(paths)
    assert len(set(ids.values())) == len(paths)
    assert ids["seeds/Ärger.txt"] == "arger" and ids["seeds/x.txt"] == "x"
    assert ids["seeds/東京.txt"].startswith("source-")
    assert source_ids(paths[::-1]) == ids


def test_links_pipes_and_huge_files_are_named_and_not_followed(project: Maker) -> None:
    made = project({"seeds/good.txt": "x", "secret.txt": "secret", "seeds/big.txt": b"a" * 10_000_001})
    (made.seeds / "link.txt").symlink_to(made.root / "secret.txt")
    os.mkfifo(made.seeds / "pipe.txt")
    sources, slips = scan(made)
    assert [s.path for s in sources] == ["seeds/good.txt"]
    assert {(slip.code, slip.position.path) for slip in slips if slip.position} == {
        ("not-a-file", "seeds/link.txt"),
        ("not-a-file", "seeds/pipe.txt"),
        ("too-large", "seeds/big.txt"),
    }


def test_file_name_that_is_not_utf8_is_shown_escaped(project: Maker) -> None:
    made = project({"seeds/good.txt": "x"})
    Path(os.fsdecode(os.fsencode(made.seeds) + b"/bad\xff\n.txt")).write_text("y")
    assert [s.path for s in scan(made)[0]] == ["seeds/bad\\xff\\n.txt", "seeds/good.txt"]


def test_settings_default_and_given(project: Maker) -> None:
    assert read_settings(project({"seeds/a.txt": "x"})) == (Settings(), ())
    made = project({"content/site.yml": "title: no\nbase_url: https://example.org/x/\n"})
    settings, slips = read_settings(made)
    assert (settings.title, settings.base_url, slips) == ("no", "https://example.org/x/", ())
    assert read_settings(made, "https://other.example/")[0].base_url == "https://other.example/"


def test_a_setting_that_is_left_empty_is_as_if_left_out(project: Maker) -> None:
    empty = "".join(f"{key}:\n" for key in Settings.__struct_fields__)
    assert read_settings(project({"content/site.yml": empty})) == (Settings(), ())


@pytest.mark.parametrize("name", ["site.yml", "judgements.yml"])
def test_a_file_of_settings_that_is_no_file_is_named_once(project: Maker, name: str) -> None:
    made = project({"content/elsewhere.yml": "title: x\n", "content/pages/x.md": "x"})
    for make in (lambda path: path.mkdir(), lambda path: path.symlink_to("elsewhere.yml")):
        make(made.content / name)
        slips = [slip for slip in read(made)[1] if slip.position and slip.position.path == f"content/{name}"]
        assert [(slip.severity, slip.code) for slip in slips] == [("error", "not-a-file")]
        os.renames(made.content / name, made.root / "gone" / str(len(list(made.root.iterdir()))))


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("title: x\ntitel: y\n", "unknown-key", 2, 'did you mean "title"?'),
        ("title: [a, b]\n", "bad-value", 1, ""),
        ("\nbase_url: ftp://x\n", "bad-value", 2, "https://example.org"),
        ("visibility: secret\n", "bad-value", 1, "public or hidden"),
        ("language: not a tag\n", "bad-value", 1, "en, ar or pt-BR"),
        ("title: x\nexcerpt_share: 30%\n", "bad-value", 2, "from 0 to 1, such as 0.3"),
        ("excerpt_share: 1.1\n", "bad-value", 1, "from 0 to 1"),
        ("excerpt_share: nan\n", "bad-value", 1, "from 0 to 1"),
        ("excerpt_share: [0.3]\n", "bad-value", 1, "from 0 to 1"),
        ("excerpt_words: 0\n", "bad-value", 1, "from 1 to 100000"),
        ("excerpt_words: 99999999999999999999\n", "bad-value", 1, "from 1 to 100000"),
        ("excerpt_words: 12.5\n", "bad-value", 1, "a whole number"),
        ("- a\n- b\n", "bad-yaml", 1, ""),
        ("title: 'x\n", "bad-yaml", 2, ""),
    ],
)
def test_wrong_settings_point_to_the_line(project: Maker, text: str, code: str, line: int, hint: str) -> None:
    _, slips = read_settings(project({"content/site.yml": text}))
    assert [(slip.severity, slip.code) for slip in slips] == [("error", code)]
    assert slips[0].position is not None and slips[0].position.line == line
    assert hint in slips[0].hint


def test_every_setting_that_can_be_wrong_tells_what_is_wanted() -> None:
    kinds = settings_schema()["$defs"]["Settings"]["properties"]
    free = {"description", "default", "type"}
    assert {key for key, kind in kinds.items() if kind.keys() - free or kind["type"] != "string"} == WANTED.keys()


def test_notes_keep_text_and_body(project: Maker) -> None:
    made = project(
        {"content/actors/Jane Roe.md": "---\nname: Jane Roe\naliases: [J. Roe, no]\nhide: false\n---\n\nShe **did**"}
    )
    notes, slips = read_notes(made)
    assert slips == ()
    (note,) = notes
    assert (note.kind, note.id, note.body_line) == ("actors", "jane-roe", 6)
    assert note.all("aliases") == ("J. Roe", "no") and note.get("name") == "Jane Roe" and note.get("type") is None
    assert note.body.strip() == "She **did**"


@pytest.mark.parametrize(
    ("path", "text", "code", "line"),
    [
        ("content/actors/a.md", "---\nnmae: x\n---\n", "unknown-key", 2),
        ("content/actors/a.md", "---\ntype: planet\n---\n", "bad-value", 2),
        ("content/actors/a.md", "---\nname: [a, b]\n---\n", "bad-value", 2),
        ("content/events/a.md", "---\ntitle: x\ndate: 2020-02-31\n---\n", "bad-date", 3),
        ("content/sources/a.md", "---\nurl: javascript:alert(1)\n---\n", "bad-value", 2),
        ("content/sources/a.md", "---\ndate: x: y\n---\n", "bad-yaml", 2),
        ("content/pages/a.md", b"caf\xe9\n", "not-utf-8", 1),
        ("content/pages/___.md", "x", "bad-name", 0),
    ],
)
def test_wrong_note_points_to_the_line(project: Maker, path: str, text: str | bytes, code: str, line: int) -> None:
    _, slips = read_notes(project({path: text}))
    assert places(slips) == [(code, path, line)]
    assert slips[0].severity == "error"


def test_two_notes_with_one_id_are_an_error_naming_both(project: Maker) -> None:
    _, slips = read_notes(project({"content/actors/a-b.md": "x", "content/actors/a b.md": "y"}))
    assert [slip.code for slip in slips] == ["same-id"]
    assert "content/actors/a b.md" in slips[0].message and slips[0].position is not None


def test_strangers_in_content_are_named(project: Maker) -> None:
    _, slips = read_notes(project({"content/actor/x.md": "x", "content/site.yml": "", "content/judgements.yml": ""}))
    assert places(slips) == [("unknown-content", "content/actor/x.md", 0)]


def test_judgements(project: Maker) -> None:
    made = project({"content/judgements.yml": "same:\n  - [A, B, C]\nnot_same:\n  - [D, E, F]\n"})
    judgements, slips = read_judgements(made)
    assert slips == ()
    assert [(j.left, j.right, j.same) for j in judgements] == [
        ("A", "B", True), ("B", "C", True), ("D", "E", False), ("D", "F", False), ("E", "F", False),
    ]  # fmt: skip
    assert judgements[0].position.line == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [("sames:\n  - [a, b]\n", "unknown-key"), ("same: [a, b]\n", "bad-value"), ("same:\n  - [a]\n", "bad-value")],
)
def test_wrong_judgements(project: Maker, text: str, code: str) -> None:
    _, slips = read_judgements(project({"content/judgements.yml": text}))
    assert slips and {slip.code for slip in slips} == {code}


def test_theme_extends_and_unknown_theme(project: Maker) -> None:
    made = project({"themes/mine/theme.yml": "name: Mine\nextends: default\n", "themes/mine/static/extra.txt": "x"})
    theme = read_theme(made, "mine")
    assert {file.name for file in theme.templates} == {file.name for file in read_theme(made, "default").templates}
    assert "extra.txt" in {file.name for file in theme.static}
    assert theme.style() == read_theme(made, "default").style()
    with pytest.raises(BriefgenError) as caught:
        read_theme(made, "mien")
    assert 'did you mean "mine"' in caught.value.diagnostics[0].hint


def test_a_theme_that_is_not_there_is_named_where_it_is_asked_for(project: Maker) -> None:
    texts = {"themes/mine/theme.yml": "name: Mine\nextends: defualt\n", "content/site.yml": "title: x\ntheme: mien\n"}
    for name, path in (("mien", "content/site.yml"), ("mine", "themes/mine/theme.yml")):
        with pytest.raises(BriefgenError) as caught:
            read_theme(project(texts), name)
        assert places(caught.value.diagnostics) == [("no-theme", path, 2)]
        assert caught.value.diagnostics[0].excerpt


@pytest.mark.parametrize(
    ("tag", "language"), [("ar", "ar"), ("AR-eg", "ar-EG"), ("en-GB", "en-GB"), ("EN", "en"), ("tlh", None)]
)
def test_language_of_the_pages_is_one_that_the_theme_has_words_for(
    project: Maker, tag: str, language: str | None
) -> None:
    inputs, slips = read(project({"content/site.yml": f"title: x\nlanguage: {tag}\n"}))
    assert inputs.settings.language == (language or "en")
    assert places(slips) == ([] if language else [("no-words", "content/site.yml", 2)])
    assert all(slip.severity == "warning" and "ar, en" in slip.hint for slip in slips)


def test_a_byte_order_mark_before_added_words_costs_no_word(project: Maker) -> None:
    words = "themes/mine/templates/strings/en.yml"
    made = project({"themes/mine/theme.yml": "extends: default\n", words: "\ufeffnav.about: Imprint\n"})
    (added,) = (file.data for file in read_theme(made, "mine").templates if file.name == "strings/en.yml")
    assert added.endswith(b"\nnav.about: Imprint\n")


def test_what_a_theme_replaces_stays_below_it_and_words_are_added(project: Maker) -> None:
    made = project(
        {
            "themes/mine/theme.yml": "extends: default\n",
            "themes/mine/templates/note.html": "mine",
            "themes/mine/templates/strings/en.yml": "nav.about: Imprint\n",
            "themes/mine/static/css/10-knobs.css": ":root {}",
            "themes/yours/theme.yml": "extends: mine\n",
            "themes/yours/templates/note.html": "yours",
        }
    )
    default, mine, yours = (read_theme(made, name) for name in ("default", "mine", "yours"))
    texts = {file.name: file.data for file in yours.templates}
    below = {file.name: file for file in default.templates}
    assert [texts[f"{name}note.html"] for name in ("", "mine/")] == [b"yours", b"mine"]
    assert texts["default/note.html"] == below["note.html"].data
    assert texts["strings/en.yml"].startswith(below["strings/en.yml"].data)
    assert texts["strings/en.yml"].endswith(b"nav.about: Imprint\n")
    assert {file.path for file in mine.templates if file.name.endswith("note.html")} == {
        "themes/mine/templates/note.html",
        below["note.html"].path,
    }
    assert b":root {}" in mine.style().data and b"--paper" not in mine.style().data.partition(b"body")[0]


def test_themes_in_a_ring_and_a_folder_in_the_place_of_a_file(project: Maker) -> None:
    made = project({"themes/a/theme.yml": "extends: b\n", "themes/b/theme.yml": "extends: a\n"})
    (made.themes / "mine" / "theme.yml").mkdir(parents=True)
    with pytest.raises(BriefgenError) as caught:
        read_theme(made, "a")
    assert places(caught.value.diagnostics) == [("theme-loop", "themes/b/theme.yml", 0)]
    with pytest.raises(BriefgenError) as caught:
        read_theme(made, "mine")
    assert "mine" not in caught.value.diagnostics[0].hint


def test_a_theme_that_is_a_link_counts_as_an_input(project: Maker, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "theme.yml").write_text("extends: default\n", encoding="utf-8")
    made = project({"themes/other/theme.yml": "extends: default\n"})
    (made.themes / "mine").symlink_to(elsewhere)
    before = inputs_digest(made)
    (elsewhere / "theme.yml").write_text("extends: other\n", encoding="utf-8")
    assert inputs_digest(made) != before


@pytest.mark.parametrize("name", ["..", "../x", "/etc", "a/b", ".hidden"])
def test_theme_name_cannot_leave_the_folder(project: Maker, name: str) -> None:
    with pytest.raises(BriefgenError):
        read_theme(project({"theme.yml": "name: x"}), name)


def test_project_is_found_from_below(project: Maker) -> None:
    made = project({"seeds/sub/a.txt": "x"})
    assert find_project(made.seeds / "sub").root == made.root
