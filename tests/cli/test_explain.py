"""``show`` and ``explain``: from what the briefing says back to words, rules, scores and reasons."""

import json
import shutil
from pathlib import Path

import pytest

from briefgen.commands import run
from tests.golden.test_golden import HERE

PASSES = ("tokens", "clauses", "mentions", "times", "statements", "events", "relations", "descriptions")
ARTICLES = HERE / "earthquake" / "seeds"
FILE = min(ARTICLES.iterdir())
TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def quake(tmp_path_factory):
    """A built project of the small site on an earthquake."""
    place = tmp_path_factory.mktemp("quake")
    shutil.copytree(ARTICLES, place / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert run(["build", "-q"]) == 0
    return place


@pytest.fixture
def data(quake, monkeypatch):
    monkeypatch.chdir(quake)
    return json.loads((quake / "site/data/briefing.json").read_text())


def said(capsys, *arguments):
    assert run([*arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", PASSES)
def test_show_tells_each_pass_in_words(data, name, capsys):
    rows = json.loads(said(capsys, "show", name, f"seeds/{FILE.name}"))
    assert rows
    for row in rows:
        assert all(row[field] in TEXT for field in ("text", "sentence", "title") if isinstance(row.get(field), str))
    if name not in ("tokens", "clauses"):
        assert all(row["rule"] and 0 < row["score"] <= 1 for row in rows)


def test_what_refers_to_a_mention_has_its_words(data, capsys):
    rows = json.loads(said(capsys, "show", "events", f"seeds/{FILE.name}"))
    mentions = json.loads(said(capsys, "show", "mentions", f"seeds/{FILE.name}"))
    named = [who for row in rows for who in (*row["agents"], *row["patients"])]
    assert named
    for who in named:
        number, _, words = who.removeprefix("#").partition(" ")
        assert words.startswith(f"“{mentions[int(number)]['text']}”")


def test_explain_of_a_statement_names_speaker_cue_and_rule(data, capsys):
    statement = next(s for s in data["statements"] if s["speaker"])
    out = said(capsys, "explain", statement["id"])
    assert f"speaker   {statement['speaker']}" in out
    assert "cue      seeds/" in out and "says     #" in out and "rule " in out


def test_explain_of_an_event_tells_parts_times_voices_and_merges(data, capsys):
    event = next(e for e in data["events"] if e["date_basis"] == "stated" and e["voices"] > 1)
    out = said(capsys, "explain", event["id"])
    for part in ("date      ", "actual", "when '", "voice     ", "rule times", "joined    seeds/"):
        assert part in out, part
    places = {(c["source"], c["start"]) for c in event["citations"]}
    assert out.count("score") > len(places)


def test_explain_of_a_disagreement_has_its_sides_with_their_places(data, capsys):
    item = data["disagreements"][0]
    out = said(capsys, "explain", item["id"])
    assert all(f"holds     {side['value']}" in out for side in item["sides"])
    assert out.count("seeds/") >= len(item["sides"])


def test_explain_review_lists_what_a_person_must_judge(data, capsys):
    out = said(capsys, "explain", "review").splitlines()
    assert out[0].endswith("pairs of names to judge in content/judgements.yml")
    assert len(out) == int(out[0].split()[0]) + 1


def test_explain_knows_every_anchor_of_a_page(quake, data, capsys):
    import re

    source = data["sources"][0]
    html = (quake / "site" / source["page"] / "index.html").read_text()
    for anchor in re.findall(r'id="(p-[0-9a-f-]+)"', html):
        assert f"{source['file']}:" in said(capsys, "explain", f"{source['page']}#{anchor}")


def test_explain_of_a_citation_tells_its_place_and_all_its_words_though_its_page_leaves_them_out(data, capsys):
    from briefgen.model.names import passage_anchor

    lines = {s["id"]: (s["file"], (Path.cwd() / s["file"]).read_text(encoding="utf-8")) for s in data["sources"]}
    accounts = [cited for event in data["events"] for cited in event["citations"]]
    assert accounts
    for cited in accounts:
        file, text = lines[cited["source"]]
        before = text[: cited["start"]]
        place = f"{file}:{before.count(chr(10)) + 1}:{cited['start'] - before.rfind(chr(10))}"
        first = said(capsys, "explain", f"sources/{cited['source']}/#{passage_anchor(cited['exact'])}").splitlines()[0]
        shown = first.removeprefix(f"{place}  “").removesuffix("”").removesuffix("…").rstrip()
        assert cited["exact"].startswith(shown) and len(shown) > min(len(cited["exact"]), 60) - 3


def test_explain_takes_an_address_from_a_browser_and_that_of_a_further_page(data, capsys):
    page = next(event["page"] for event in data["events"] if event["page"])
    told = said(capsys, "explain", page)
    for address in (f"http://127.0.0.1:8000/story/{page}", f"site/{page}index.html", f"{page}accounts/page/2/"):
        assert said(capsys, "explain", address) == told
