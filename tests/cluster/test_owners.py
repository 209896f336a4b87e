"""What is done to one person is not done to whom he belongs."""

from pathlib import Path

import pytest

from briefgen.cluster.deeds import acts_for
from tests.harness import briefing_of, build

OPENING = "Nordic Bank is the largest bank of Norway and has its seat in Bergen."


@pytest.mark.parametrize(
    ("line", "concerned"),
    [
        ("Prosecutors charged the former head of Nordic Bank with fraud on Tuesday.", False),
        ("Police arrested Nordic Bank's former chief executive on Tuesday.", False),
        ("Prosecutors charged Nordic Bank with fraud on Tuesday.", True),
        ("A court fined Nordic Bank two million dollars on Tuesday.", True),
    ],
)
def test_who_belongs_to_a_body_suffers_alone(tmp_path: Path, line: str, concerned: bool) -> None:
    (tmp_path / "seeds").mkdir()
    text = f"---\ndate: 2021-03-10\n---\nNews of a bank\n\n{line}\n\n{OPENING}\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    events = briefing_of(build(tmp_path)).events
    assert any(event.date == "2021-03-09" for event in events)
    assert any(actor.id == "nordic-bank" for event in events for actor in event.actors) is concerned


@pytest.mark.parametrize(
    ("line", "concerned"),
    [
        ("Police arrested four Norwegian nurses in Lima on Tuesday.", False),
        ("Police arrested 40 Norwegians in Lima on Tuesday.", False),
        ("Police arrested three Norwegian nationals in Lima on Tuesday.", False),
        ("A Norwegian engineer of Danish descent was detained in Lima on Tuesday.", False),
        ("Norwegian hotel companies donated tents to Lima on Tuesday.", False),
        ("A Norwegian leader of a relief team met the mayor of Lima on Tuesday.", False),
        ("Norwegian opposition leaders condemned the mayor of Lima on Tuesday.", False),
        ("Norwegians marched through Lima on Tuesday.", False),
        ("The mayor of Lima promised homes to many Norwegians on Tuesday.", False),
        ("The mayor of Lima urged Norwegians to send money on Tuesday.", False),
        ("The mayor of Lima promised on Tuesday to translate the law to Norwegian.", False),
        ("The mayor of Lima praised the Norwegian uprising on Tuesday.", False),
        ("Police in Lima arrested a Norwegian employee of Unilever on Tuesday.", False),
        ("A Norwegian beekeeper was charged with arson in Lima on Tuesday.", False),
        ("Police in Lima arrested a Norwegian on Tuesday.", False),
        ("Robbers in Lima shot dead a Norwegian deckhand on Tuesday.", False),
        ("Rebels near Lima killed 12 Norwegian soldiers on Tuesday.", True),
        ("The mayor of Lima accused Norwegian officials of fraud on Tuesday.", True),
        ("The mayor of Lima urged Danes and Norwegians on Tuesday to sign the treaty.", True),
        ("The mayor of Lima praised the Norwegian offer on Tuesday.", True),
        ("Norwegian troops attacked the port of Lima on Tuesday.", True),
        ("Norwegian authorities expelled the mayor of Lima on Tuesday.", True),
        ("The Norwegians attacked the port of Lima on Tuesday.", True),
        ("Norway condemned the mayor of Lima on Tuesday.", True),
    ],
)
def test_people_of_a_country_are_not_its_state(tmp_path: Path, line: str, concerned: bool) -> None:
    (tmp_path / "seeds").mkdir()
    text = f"---\ndate: 2021-03-10\n---\nNews of a city\n\n{line}\n\nNorway lies in the north of Europe.\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    events = briefing_of(build(tmp_path)).events
    assert any(actor.id == "norway" for event in events for actor in event.actors) is concerned


@pytest.mark.parametrize(
    ("line", "concerned"),
    [
        ("Haugland's party accused the mayor of Lima on Tuesday.", False),
        ("Haugland's aides accused the mayor of Lima on Tuesday.", False),
        ("Haugland's government accused the mayor of Lima on Tuesday.", True),
        ("Haugland accused the mayor of Lima on Tuesday.", True),
    ],
)
def test_who_is_around_a_person_acts_alone(tmp_path: Path, line: str, concerned: bool) -> None:
    (tmp_path / "seeds").mkdir()
    text = f"---\ndate: 2021-03-10\n---\nNews of a premier\n\nBjorn Haugland is the premier of Norway.\n\n{line}\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, "utf-8")
    events = [event for event in briefing_of(build(tmp_path)).events if event.date == "2021-03-09"]
    assert events
    assert any(actor.id == "bjorn-haugland" for event in events for actor in event.actors) is concerned


@pytest.mark.parametrize(
    ("words", "person", "acts"),
    [
        ("seven rebel Labour lawmakers", False, False),
        ("two senators", False, False),
        ("the Labour senators", False, True),
        ("two warplanes", False, True),
        ("the students", False, False),
        ("her allies", True, False),
        ("its allies", False, True),
    ],
)
def test_who_acts_for_whom_he_belongs_to(words: str, person: bool, acts: bool) -> None:
    assert acts_for(words, person) is acts
