"""Names and reference: the case table, headlines and datelines, and what must hold for any text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.names.desk import inside_compound
from briefgen.extract.names.lexicon import lexicon
from briefgen.extract.world import world
from briefgen.model.annotation import APART, Mention
from tests.extract.names_case import document, read

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "names.yaml").read_text("utf-8"))


def named(mentions: tuple[Mention, ...]) -> list[str]:
    return [f"{m.text} | {m.type} | {m.name}" for m in mentions if m.form == "name"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][0][:40])
def test_cases(case: dict[str, Any]) -> None:
    mentions = read("\n".join(case["text"]))
    first = {m.chain: m for m in reversed(mentions) if m.form == "name"}
    back = [m for m in mentions if m.form != "name"]
    assert named(mentions) == case["names"]
    assert [f"{m.text} -> {m.name}" for m in back if m.chain in first] == case["refer"]
    owned = [f"{m.text} of {first[m.owner].name}" for m in back if m.owner in first and m.form == "nominal"]
    assert owned == case["owned"]


def test_a_headline_gives_only_what_the_text_or_the_table_knows() -> None:
    mentions = read(
        "The union leader Karel Dvorak said miners in Ostrava would strike.",
        title="Dvorak Urges Miners To Strike As Ostrava Waits",
    )
    assert named(mentions)[:2] == ["Dvorak | person | Karel Dvorak", "Ostrava | place | Ostrava"]
    assert not any("Urges" in m.text or "Miners" in m.text for m in mentions)


def test_a_headline_in_capitals_is_read_like_the_text() -> None:
    mentions = read("Germany beat Finland, said coach Berti Koch.", title="SOCCER - GERMANY BEAT FINLAND, KOCH SAYS")
    assert [m.text for m in mentions if m.start < 40] == ["GERMANY", "FINLAND", "KOCH"]


def test_a_dateline_names_its_place() -> None:
    mentions = read("A strike began.", title="Trains stop", dateline="BUENOS AIRES, May 3")
    assert named(mentions) == ["BUENOS AIRES | place | Buenos Aires"]


def test_a_surname_with_two_bearers_is_doubtful() -> None:
    mentions = read("Nora Lang sued Piet Lang.\nLang lost.")
    assert mentions[-1].chain not in {m.chain for m in mentions[:-1]}


def test_initials_tell_father_and_son_apart() -> None:
    mentions = read("George W. Harlan met George H.W. Harlan and George Harlan.")
    assert [m.chain for m in mentions if m.form == "name"][:2] == [0, 1]


def test_a_bare_surname_again_and_again_before_a_full_name_is_another() -> None:
    mentions = read("Scott won.\nScott spoke.\nScott left.\nTim Scott, 40, jeered.\nScott sang.")
    tim = next(m.chain for m in mentions if m.text == "Tim Scott")
    assert [m.text for m in mentions if m.chain == tim] == ["Tim Scott"]


@pytest.mark.parametrize(("wife", "parts"), [("Maria", 2), ("Carlos", 1)])
def test_a_form_of_address_is_nobodys_of_the_other_sex(wife: str, parts: int) -> None:
    mentions = read(f"Mr. Vega spoke.\nVega said so.\nA friend, {wife} Vega, left.")
    names = [m for m in mentions if m.form == "name"]
    assert len({m.chain for m in names}) == parts
    assert (names[0].rule == APART) is (parts == 2)


def test_a_misspelt_name_joins_the_one_it_can_only_be() -> None:
    mentions = read("President Mikheil Saralidze spoke.\nSarelidze later left.")
    assert mentions[-1].chain == mentions[0].chain
    assert mentions[-1].score < mentions[0].score


def test_two_unknown_words_are_surely_a_person_only_where_something_says_so() -> None:
    mentions = read("Rice reached Moen Tabar.\nDov Kalmin was told.\nKalmin wept.\nRuta Vask and Maria Holt sang.")
    scores = {m.text: m.score for m in mentions if m.form == "name"}
    assert scores["Moen Tabar"] < 0.6 <= min(scores["Dov Kalmin"], scores["Ruta Vask"])


def test_like_names_of_countries_stay_apart() -> None:
    mentions = read("Niger, Nigeria, Austria and Australia voted.")
    assert len({m.chain for m in mentions}) == 4


def test_a_peoples_name_and_its_country_are_one_chain() -> None:
    mentions = read("Peru voted. Peruvian judges agreed.")
    assert {m.chain for m in mentions if m.form == "name"} == {0}
    assert [m.type for m in mentions if m.form == "name"] == ["country", "nationality"]


def test_the_possessor_is_not_the_possessed() -> None:
    mentions = read("Haliburn's forces fled.\nGeneral Otto Haliburn wept.")
    forces = next(m for m in mentions if m.form == "nominal")
    haliburn = next(m for m in mentions if m.text == "Haliburn")
    assert forces.owner == haliburn.chain
    assert forces.chain != haliburn.chain


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kremlin-backed", "Kremlin"),
        ("pro-Kremlin", "Kremlin"),
        ("U.S.-led", "U.S."),
        ("UN-recognised", "UN"),
        ("anti-Assad", "Assad"),
        ("al-Rashid", None),
        ("Ki-moon", None),
        ("Jean-Pierre", None),
        ("Trans-Pacific", None),
        ("mother-in-law", None),
        ("X-ray", None),
    ],
)
def test_names_inside_compounds(word: str, name: str | None) -> None:
    inner = inside_compound(word)
    assert (word[inner[0] : inner[1]] if inner else None) == name


@pytest.mark.parametrize(
    ("form", "kind", "name"),
    [
        ("Türkiye", "country", "Turkey"),
        ("Saudis", "people", "Saudi Arabia"),
        ("U.K.", "country", "United Kingdom"),
        ("Dutch", "people", "Netherlands"),
        ("Downing Street", "seat", "Downing Street"),
        ("UNHCR", "body", "UNHCR"),
        ("Calif.", "region", "California"),
        ("Kiev", "city", "Kyiv"),
        ("Reading", "town", "Reading"),
        ("Bogotá", "capital", "Bogotá"),
        ("Bogota", "capital", "Bogotá"),
    ],
)
def test_the_world_table(form: str, kind: str, name: str) -> None:
    known = world().forms[form]
    assert (known.kind, known.name) == (kind, name)


@pytest.mark.parametrize("word", ["Of", "Most", "May", "March", "Monday", "The", "We", "German Shepherd", "Total"])
def test_words_that_the_world_table_must_not_hold(word: str) -> None:
    assert word not in world().forms


def test_word_lists_do_not_contradict_one_another() -> None:
    lists = lexicon()
    assert not lists.org_heads & lists.place_ends - {"centre", "center", "court", "prison", "office"}
    assert not lists.given & {"German", "Muslim", "Ramadan", "Monday", "May"}


TEXT = st.text(st.sampled_from("aA bB.,'\"()-’“”\n İßÇ'sUS…1€َ") | st.characters(codec="utf-8"), max_size=200)
WORDS = st.lists(
    st.sampled_from(
        "President Ann Lee said the U.S. 's ' - -backed forces of and ( ) , . UN-led al-Rashid pro- \" He he Inc "
        "Corp. Ministry of for the Bank Japan May Mr. NEW YORK , Mich . St. Mary van der & J. Jr. I'm X".split()
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(TEXT | WORDS)
def test_any_text_is_read_without_fault(text: str) -> None:
    whole = document(text).text
    mentions = read(text)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, -m.end, m.form))
    for m in mentions:
        assert whole[m.start : m.end] == m.text
        assert m.text.strip()
        assert m.text == m.text.strip()
        assert m.name
        assert 0.0 < m.score <= 1.0
    assert {m.chain for m in mentions} == set(range(len({m.chain for m in mentions})))
    assert read(text) == mentions
