"""Every language says everything: the same keys with the same slots, each number in all the forms the language has."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefgen.compose.cards import topic_words
from briefgen.model.plurals import ALONE, CATEGORIES, categories, category
from briefgen.model.site import DisagreementRecord
from briefgen.model.words import FALLBACK, read_entries, read_words
from tests.compose.corpora import THEMES, theme

OTHERS = sorted(path for path in THEMES.glob("*/templates/strings/*.yml") if path.stem != FALLBACK)
# What a pattern may use beyond what English does.
OFFERED = {"date.decade": {"last"}}
SUFFIX = re.compile(rf"\.({'|'.join(CATEGORIES)})$")


def slots(text: str) -> set[str]:
    return set(re.findall(r"\{([\w-]+)\}", text))


def counted(entries: dict[str, str]) -> set[str]:
    """What is told with a number: the keys without their forms."""
    return {key.removesuffix(".other") for key in entries if key.endswith(".other") and f"{key[:-6]}.one" in entries}


def expected(english: dict[str, str], language: str) -> dict[str, set[str]]:
    """The keys that a language must have, with their slots."""
    numbers = counted(english)
    found = {key: slots(text) for key, text in english.items() if SUFFIX.sub("", key) not in numbers}
    for base in numbers:
        needed = slots(english[f"{base}.other"]) | {"n"}
        found |= {f"{base}.{form}": needed for form in categories(language)}
    return found


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_a_language_has_the_keys_of_english_and_no_others(path: Path) -> None:
    needed = expected(read_entries(path.with_name(f"{FALLBACK}.yml").read_bytes()), path.stem)
    entries = read_entries(path.read_bytes())
    missing = sorted(needed.keys() - entries.keys())
    assert not missing, f"{path.name} lacks: " + ", ".join(missing)
    left_over = sorted(entries.keys() - needed.keys())
    assert not left_over, f"{path.name} has what {FALLBACK}.yml does not: " + ", ".join(left_over)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_a_text_has_the_slots_of_the_english_one(path: Path) -> None:
    needed = expected(read_entries(path.with_name(f"{FALLBACK}.yml").read_bytes()), path.stem)
    for key, text in read_entries(path.read_bytes()).items():
        form = key.rpartition(".")[2]
        # A form that is of one number only may say it in words, and that of none may say nothing at all.
        spared = needed[key] if not text and form == "zero" else {"n"} if form in ALONE else set()
        spared |= OFFERED.get(key, set())
        assert slots(text) | spared == needed[key] | spared, key
        assert text or form == "zero", key


def test_each_line_of_a_language_is_one_entry() -> None:
    for path in THEMES.glob("*/templates/strings/*.yml"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        keys = [line.partition(":")[0] for line in lines]
        assert len(keys) == len(set(keys)), f"{path}: twice {sorted(key for key in keys if keys.count(key) > 1)}"
        assert all(re.fullmatch(r"[\w.-]+: .+", line) for line in lines), path


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other", 11: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 103: "few"}),
        ("ar-LY", {102: "other", 111: "many", 1000: "other"}),
        ("he", {1: "one", 2: "two", 3: "other"}),
        ("ru", {1: "one", 3: "few", 5: "many", 11: "many", 12: "many", 21: "one", 22: "few", 111: "many"}),
        ("pl", {1: "one", 2: "few", 12: "many", 21: "many", 22: "few"}),
        ("cs", {1: "one", 4: "few", 5: "other"}),
        ("hr", {1: "one", 21: "one", 3: "few", 11: "other"}),
        ("ja", {1: "other"}),
        ("hi", {0: "one", 1: "one", 2: "other"}),
        ("xx", {0: "other", 1: "one"}),
    ],
)
def test_numbers_fall_into_the_categories_of_cldr(language: str, forms: dict[int, str]) -> None:
    assert {number: category(language, number) for number in forms} == forms
    assert {category(language, number) for number in range(1000)} == set(categories(language))


def test_arabic_counts_dates_and_lists_in_arabic() -> None:
    words = read_words(theme(), "ar-LY")
    assert words.language == "ar"
    said = [words.count("count.events", number) for number in (0, 1, 2, 3, 11, 100, 1200)]
    assert said == ["لا أحداث", "حدث واحد", "حدثان", "3 أحداث", "11 حدثًا", "100 حدث", "1,200 حدث"]
    assert words.date("2020-05-23/2020-06-02") == "من 23 مايو إلى 2 يونيو 2020"
    assert words.date("../2020-21") == "ربيع 2020 أو قبله"
    assert words.listed(["أ", "ب"]) == "أ، ب"
    assert (words.isolated("on Monday"), words.isolated("")) == ("\u2066on Monday\u2069", "")
    assert read_words(theme(), "en").isolated("on Monday") == "on Monday"


def test_disagreements_are_told_in_the_words_of_the_page() -> None:
    about = {"event": "e"}
    topics = {
        "date": "when it was",
        "backers": "who supports Lena Orsk",
        "outcome": "who holds Amrin",
        "figure": "ships",
    }
    items = [DisagreementRecord("d", topic, kind, about, ()) for kind, topic in topics.items()]
    items.append(DisagreementRecord("d", "Dead, rising", "figure", about, ()))
    for language, told in (
        ("en", [*topics.values(), "Dead (the count rises)"]),
        (
            "ar",
            ["متى كان ذلك", "من يدعم Lena Orsk", "من يسيطر على Amrin", "ships", "Dead (العدد في ازدياد)"],
        ),
    ):
        sheet = SimpleNamespace(words=read_words(theme(), language))
        assert [topic_words(sheet, item) for item in items] == told  # type: ignore[arg-type]


def test_a_language_without_a_file_is_told_in_english() -> None:
    words = read_words(theme(), "xx")
    assert (words.language, words("nav.events")) == ("en", "Events")
