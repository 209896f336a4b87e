"""Which stretches of a text are in another script, and what may be said of their language."""

import pytest

from briefgen.model.scripts import script_runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Ann Lee, Zürich – “Łódź”", [("Ann Lee, Zürich – “Łódź”", "")]),
        ("", []),
        ("Ann (آن لي) left", [("Ann (", ""), ("آن لي", "und-Arab"), (") left", "")]),
        ("יעל כהן", [("יעל כהן", "he")]),
        ("Анна Ли-Петрова, 41", [("Анна Ли-Петрова", "und-Cyrl"), (", 41", "")]),
        ("Αθήνα and α decay", [("Αθήνα", "el"), (" and α decay", "")]),
        ("東京 and ひろしま市", [("東京", "und-Hani"), (" and ", ""), ("ひろしま市", "ja")]),
        ("서울 시", [("서울 시", "ko")]),
        ("Москва آن", [("Москва", "und-Cyrl"), (" ", ""), ("آن", "und-Arab")]),
    ],
)
def test_runs(text: str, runs: list[tuple[str, str]]) -> None:
    assert list(script_runs(text)) == runs
    assert "".join(part for part, _ in script_runs(text)) == text
