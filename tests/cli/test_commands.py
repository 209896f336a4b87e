"""The command line as a person or a program uses it: exit codes, messages, and what stays untouched."""

import json
import os
import re
import subprocess
import sys

import pytest

from briefgen.commands import COMMANDS, run
from briefgen.write import locked

ARTICLE = """\
Court orders port to reopen after dockers' strike

By Anna Weber
Reuters
12 May 2021

A court in Hamburg ordered the port authority on Wednesday to reopen two terminals.

"The terminals must open by Friday," said judge Karl Brandt.

The Dockers' Union rejected the ruling. The strike began on 3 May, when talks with the port authority failed.
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A project with one article, which is also the working folder."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/port.txt").write_text(ARTICLE)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yml").write_text("title: The port\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def built(place):
    assert run(["build", "-q"]) == 0
    return place


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def records(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_an_example(command, flag, capsys):
    assert run([command, flag]) == 0
    out = capsys.readouterr().out
    assert f"briefgen {command}" in out.split("Example:")[1]


def test_the_help_lists_every_command(capsys):
    assert run(["-h"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {command}" in out for command in COMMANDS)
    assert "Example:" in out


def test_the_version_names_python_and_the_place(capsys):
    from briefgen import __version__

    assert run(["-V"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"briefgen {__version__} (Python {sys.version.split()[0]}")


@pytest.mark.parametrize(
    "arguments", [["bild"], ["build", "--colour"], ["show", "kitchen", "x"], ["export", "secrets"]]
)
def test_wrong_usage_is_2(place, arguments, capsys):
    assert run(arguments) == 2
    assert run(["--log-format", "json", *arguments]) == 2
    (record,) = records(capsys.readouterr().err.splitlines()[-1])
    assert (record["level"], record["code"]) == ("error", "usage")


def test_no_project_is_2(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 2
    assert "error[no-project]" in capsys.readouterr().err


def test_the_project_is_found_from_below_and_with_c(place, monkeypatch, tmp_path_factory, capsys):
    monkeypatch.chdir(place / "seeds")
    assert run(["build"]) == 0
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run(["build", "-C", str(place)]) == 0
    assert run(["-C", str(place), "build"]) == 0
    assert capsys.readouterr().err.count("is up to date") == 2


def test_a_build_without_a_change_writes_nothing_and_repeats_its_warnings(built, capsys):
    (built / "seeds/notes.docx").write_bytes(b"PK")
    assert run(["build"]) == 0
    first = capsys.readouterr().err
    before = tree(built)
    assert run(["build"]) == 0
    second = capsys.readouterr().err
    warning = "seeds/notes.docx: warning[unknown-format]"
    assert warning in first
    assert warning in second
    assert "site/ is up to date" in second
    assert tree(built) == before


def test_strict_fails_on_a_warning_and_writes_nothing(built, capsys):
    before = tree(built / "site")
    (built / "seeds/notes.docx").write_bytes(b"PK")
    (built / "seeds/second.txt").write_text(ARTICLE.replace("Hamburg", "Bremen"))
    assert run(["build", "--strict"]) == 1
    assert "nothing was written: 0 errors, 1 warning" in capsys.readouterr().err
    assert tree(built / "site") == before
    assert run(["build"]) == 0
    assert run(["build", "--strict"]) == 1


def test_an_error_names_its_line_and_leaves_the_old_site(built, capsys):
    before = tree(built / "site")
    (built / "content/site.yml").write_text("title: The port\nlanguag: en\n")
    assert run(["build"]) == 1
    err = capsys.readouterr().err
    assert "content/site.yml:2:1: error[unknown-key]" in err
    assert "hint:" in err
    assert tree(built / "site") == before


@pytest.mark.parametrize("arguments", [["--log-format", "json", "build"], ["build", "--log-format", "json"]])
def test_problems_as_json_lines(place, arguments, capsys):
    (place / "content/site.yml").write_text("title: The port\nlanguag: en\n")
    assert run(arguments) == 1
    first, *_, last = records(capsys.readouterr().err)
    assert first["level"] == "error"
    assert (first["file"], first["line"], first["column"]) == ("content/site.yml", 2, 1)
    assert set(first) == {"level", "code", "message", "file", "line", "column", "hint"}
    assert last["code"] == "not-built"


def test_quiet_says_nothing_when_all_is_well(place, capsys):
    assert run(["build", "-q"]) == 0
    assert run(["-q", "build"]) == 0
    assert capsys.readouterr() == ("", "")


def test_verbose_names_every_file(place, capsys):
    assert run(["build", "-v"]) == 0
    err = capsys.readouterr().err
    assert "new index.html\n" in err
    assert "new sources/port/index.html\n" in err


def test_names_cannot_drive_the_terminal(place, capsys):
    (place / "seeds/a\x1b[31m\u202e.docx").write_bytes(b"x")
    run(["build"])
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\u202e" not in err
    assert "\\x1b[31m" in err


def test_a_hand_edit_of_the_site_is_repaired(built):
    page = built / "site/index.html"
    was = page.read_bytes()
    page.write_bytes(b"<h1>edited</h1>")
    assert run(["build"]) == 0
    assert page.read_bytes() == was


def test_check_option_compares_and_writes_nothing(built, capsys):
    assert run(["build", "--check"]) == 0
    (built / "site/index.html").write_bytes(b"edited")
    before = tree(built)
    assert run(["build", "--check"]) == 1
    assert "index.html: error[site-differs]: would be changed" in capsys.readouterr().err
    assert tree(built) == before


def test_clean_option_makes_the_same_site(built):
    before = tree(built / "site")
    assert run(["build", "--clean"]) == 0
    assert tree(built / "site") == before


def test_timings_name_the_rooms(place, capsys):
    assert run(["build", "--timings"]) == 0
    err = capsys.readouterr().err
    assert all(room in err for room in ("read", "clean", "extract", "resolve", "cluster", "compose", "render", "memo"))


def test_another_site_folder_and_address(place):
    assert run(["build", "--site-dir", "public/here", "--base-url", "https://example.org/port/"]) == 0
    assert (place / "public/here/index.html").is_file()
    assert not (place / "site").exists()


@pytest.mark.parametrize("folder", [".", "seeds", "content/site", ".."])
def test_a_site_folder_that_holds_the_project_or_its_inputs_is_refused(place, folder):
    before = tree(place)
    assert run(["build", "--site-dir", folder]) == 2
    assert tree(place) == before


def test_a_full_disk_is_3_without_a_traceback(place, monkeypatch, capsys):
    def full(*_):
        raise OSError(28, "No space left on device", "site")

    monkeypatch.setattr("briefgen.commands.build.write", full)
    assert run(["build"]) == 3
    assert "error[disk]: site: No space left on device" in capsys.readouterr().err


def test_a_defect_is_told_in_one_line_unless_debugging(place, monkeypatch, capsys):
    def broken(*_, **__):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("briefgen.build.make", broken)
    assert run(["build"]) == 1
    err = capsys.readouterr().err
    assert "error[internal]" in err
    assert "Traceback" not in err
    monkeypatch.setenv("BRIEFGEN_DEBUG", "1")
    assert run(["build"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_two_builds_exclude_each_other(place, monkeypatch, capsys):
    from briefgen.write import lock

    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)
    with locked(place):
        assert run(["build"]) == 4
    assert "another build" in capsys.readouterr().err
    assert run(["build"]) == 0


def test_a_build_without_a_change_loads_nothing_heavy(built):
    heavy = ("jinja2", "markdown_it", "yaml", "watchdog", "rich", "briefgen.build", "ctypes")
    program = f"""
import sys
from briefgen.commands import run
assert run(["build"]) == 0
print([name for name in {heavy!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=built, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert "up to date" in done.stderr


def test_the_program_itself_ends_with_its_exit_code(place):
    def briefgen(*arguments):
        command = [sys.executable, "-m", "briefgen", *arguments]
        return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)

    assert briefgen("build").returncode == 0
    assert briefgen("build", "--nonsense").returncode == 2
    shown = briefgen("show", "text", "seeds/port.txt")
    assert (shown.returncode, shown.stdout) == (0, ARTICLE)


def test_a_reader_that_goes_away_is_no_traceback(place):
    command = f"{sys.executable} -m briefgen annotate seeds/port.txt seeds/port.txt | true"
    done = subprocess.run(["bash", "-c", command], cwd=place, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_an_output_that_is_closed_is_no_traceback(place, closed):
    command = f"{sys.executable} -m briefgen show text seeds/port.txt {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=place, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == ("" if closed.startswith(">") else ARTICLE)


def test_annotate_works_outside_a_project(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(ARTICLE)
    (tmp_path / "two.md").write_text("---\ndate: 2021-05-13\n---\n" + ARTICLE)
    assert run(["annotate", "one.txt", "two.md"]) == 0
    one, two = records(capsys.readouterr().out)
    assert (one["id"], one["file"]) == ("one", "one.txt")
    assert two["published"]["value"] == "2021-05-13"
    assert two["published"]["basis"] == "metadata"
    assert list(one) == [
        "id", "file", "title", "publisher", "author", "published", "furniture", "sentences", "mentions", "times",
        "statements", "events", "relations", "descriptions",
    ]  # fmt: skip
    for row, text in ((one, ARTICLE), (two, (tmp_path / "two.md").read_text())):
        for value in spans(row):
            assert text[value["start"] : value["end"]] == value["text"]
        for event in row["events"]:
            assert all(0 <= n < len(row["mentions"]) for n in (*event["agents"], *event["patients"]))
        for relation in row["relations"]:
            assert all(0 <= relation[end] < len(row["mentions"]) for end in ("subject", "object"))


def spans(value):
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and value["start"] is not None:
            yield value
        for child in value.values():
            yield from spans(child)
    elif isinstance(value, list):
        for child in value:
            yield from spans(child)


def test_annotate_goes_on_after_a_bad_file(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    assert run(["annotate", "bad.txt", "missing.txt", "good.txt"]) == 1
    captured = capsys.readouterr()
    assert [row["id"] for row in records(captured.out)] == ["good"]
    assert "bad.txt" in captured.err
    assert "missing.txt: error[no-file]" in captured.err


@pytest.mark.parametrize("room", ["clean", "extract", "resolve", "cluster", "compose"])
def test_show_prints_json(place, room, capsys):
    assert run(["show", room, "seeds/port.txt"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_show_text_prints_what_offsets_count_in(place, capfdbinary):
    (place / "seeds/crlf.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert run(["show", "text", "seeds/crlf.txt"]) == 0
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == ARTICLE.encode()


def test_show_of_a_file_that_is_no_article_of_the_project(place, capsys):
    (place / "other.txt").write_text(ARTICLE)
    assert run(["show", "resolve", "other.txt"]) == 2
    assert "error[no-article]" in capsys.readouterr().err


def test_export_mentions(place, capsys):
    assert run(["export", "mentions", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "source,start,end,text,type,actor"
    for line in lines[1:]:
        source, start, end, rest = line.split(",", 3)
        assert source == "port"
        assert rest.startswith((ARTICLE[int(start) : int(end)], '"'))
    assert run(["export", "mentions", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(lines) - 1


@pytest.mark.parametrize("table", ["actors", "events", "statements", "relations", "sources"])
def test_export_of_every_table(place, table, capsys):
    assert run(["export", table]) == 0
    csv = capsys.readouterr().out
    assert run(["export", table, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert isinstance(rows, list)
    assert len(csv.splitlines()) >= min(1, len(rows))
    assert not (place / "site").exists()


def test_explain_leads_from_everything_to_the_line(built, capsys):
    data = json.loads((built / "site/data/briefing.json").read_text())
    statement = data["statements"][0]
    for name in (data["sources"][0]["page"], "port", statement["id"], "port:0-49"):
        assert run(["explain", name]) == 0
        assert "seeds/port.txt:" in capsys.readouterr().out
    for record in (*data["events"], *data["actors"]):
        for name in filter(None, (record["id"], record["page"])):
            assert run(["explain", name]) == 0
            out = capsys.readouterr().out
            assert "seeds/port.txt:" in out
            assert "score" in out


def test_explain_finds_the_anchor_of_a_passage(built, capsys):
    import re

    page = (built / "site/sources/port/index.html").read_text()
    anchors = re.findall(r'id="(p-[0-9a-f]+)"', page)
    assert anchors
    assert run(["explain", f"sources/port/#{anchors[-1]}"]) == 0
    assert "seeds/port.txt:" in capsys.readouterr().out


def test_explain_of_an_unknown_id_is_2(place, capsys):
    assert run(["explain", "nobody"]) == 2
    assert "error[unknown-id]" in capsys.readouterr().err


def test_check_finds_nothing_in_a_good_site(built, capsys):
    assert run(["check"]) == 0, capsys.readouterr().err


def test_check_counts_the_citations_as_the_pages_do(built, capsys):
    number = (built / "site/data/briefing.json").read_text().count('"exact": ')
    for page in ("index", "about/index"):
        html = (built / f"site/{page}.html").read_text()
        assert set(re.findall(r"(\d+) of (\d+) citations verified", html)) == {(str(number), str(number))}
    assert run(["check"]) == 0
    assert f"{number} of {number} citations verified: 0 problems" in capsys.readouterr().err
    break_citation(built / "site")
    assert run(["check"]) == 1
    assert f"{number - 1} of {number} citations verified: 2 problems" in capsys.readouterr().err


def test_check_tells_how_much_is_quoted(built, capsys):
    assert run(["check"]) == 0
    assert "seeds/port.txt: info[much-quoted]" in capsys.readouterr().err
    (built / "content").mkdir(exist_ok=True)
    (built / "content/site.yml").write_text("excerpt_share: 1\n")
    assert run(["check"]) == 0
    assert "much-quoted" not in capsys.readouterr().err


def break_link(site):
    page = site / "index.html"
    page.write_text(page.read_text().replace("</main>", '<a href="nowhere/">x</a></main>'))
    return "broken-link"


def break_anchor(site):
    page = site / "index.html"
    page.write_text(page.read_text().replace("</main>", '<a href="about/#nowhere">x</a></main>'))
    return "broken-link"


def break_citation(site):
    file = site / "data/briefing.json"
    data = json.loads(file.read_text())
    data["statements"][0]["citation"]["exact"] = "words that nobody said"
    file.write_text(json.dumps(data))
    return "bad-citation"


def break_article(site):
    (site.parent / "seeds/port.txt").write_text("Another text")
    return "article-changed"


def remove_page(site):
    (site / "404.html").unlink()
    return "file-changed"


@pytest.mark.parametrize("damage", [break_link, break_anchor, break_citation, break_article, remove_page])
def test_check_finds_what_is_broken(built, damage, capsys):
    code = damage(built / "site")
    assert run(["check"]) == 1
    assert f"error[{code}]" in capsys.readouterr().err


def test_check_without_a_site(place, capsys):
    assert run(["check"]) == 1
    assert "error[no-site]" in capsys.readouterr().err


def test_clean_removes_only_what_briefgen_made(built):
    (built / "site/CNAME").write_text("example.org")
    (built / ".briefgen/mine.txt").write_text("mine")
    assert run(["clean", "--keep-site"]) == 0
    assert (built / "site/index.html").exists()
    assert not (built / ".briefgen/memo").exists()
    assert run(["clean"]) == 0
    assert [p.name for p in (built / "site").iterdir()] == ["CNAME"]
    assert (built / ".briefgen/mine.txt").exists()
    assert (built / "seeds/port.txt").exists()


def test_clean_leaves_a_site_without_our_manifest(place):
    (place / "site").mkdir()
    (place / "site/index.html").write_text("somebody's")
    assert run(["clean"]) == 0
    assert (place / "site/index.html").exists()


def test_init_makes_a_project_that_builds_at_once(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["init", "mine", "--github-pages"]) == 0
    err = capsys.readouterr().err
    assert "Settings, Pages" in err
    workflow = (tmp_path / "mine/.github/workflows/publish.yml").read_text()
    for needed in ("configure-pages@v6", "upload-pages-artifact@v5", "deploy-pages@v5", "permissions: {}"):
        assert needed in workflow
    assert run(["-C", "mine", "build", "--strict"]) == 0
    assert run(["-C", "mine", "check"]) == 0
    data = json.loads((tmp_path / "mine/site/data/briefing.json").read_text())
    assert len(data["sources"]) == 1
    assert data["statements"]


def test_init_says_commands_that_can_be_typed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["init", "my story"]) == 0
    assert "briefgen -C 'my story' build " in capsys.readouterr().err
    assert run(["init", ""]) == 0
    assert "  briefgen build " in capsys.readouterr().err


def test_init_changes_nothing_that_is_there(place):
    assert run(["init"]) == 0
    assert (place / "content/site.yml").read_text() == "title: The port\n"
    assert not (place / "seeds/example.txt").exists()
    assert not (place / ".github").exists()
    before = tree(place)
    assert run(["init"]) == 0
    assert tree(place) == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell, capsys):
    assert run(["completion", shell]) == 0
    assert "_BRIEFGEN_COMPLETE" in capsys.readouterr().out


def test_completion_completes(place):
    environment = os.environ | {"_BRIEFGEN_COMPLETE": "bash_complete", "COMP_WORDS": "briefgen bu", "COMP_CWORD": "1"}
    program = "from briefgen.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert "build" in done.stdout
