"""On paper a page is a dossier: no menus or panels, its sources as endnotes with their addresses."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Visit

KINDS = ("actors", "events")


def dossier(site: Path, kind: str) -> str:
    """The page of a kind that cites the article with a publisher's address."""
    pages = sorted((site / kind).glob("*/index.html"))
    return next(p.relative_to(site).as_posix() for p in pages if "notes-url" in p.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_every_cited_passage_by_number_and_no_menus(
    kind: str, site: Path, address: str, visit: Visit
) -> None:
    page = visit.page
    page.goto(address + dossier(site, kind))
    notes = page.locator(".notes-passages > li")
    assert not notes.first.is_visible() and page.locator(".masthead-menu").is_visible()
    page.locator(".cite > a").first.hover()
    page.locator(".passage-panel").wait_for()
    page.emulate_media(media="print")
    numbers = set(page.locator(".cite > a").all_inner_texts())
    shown = [note for note in notes.all() if note.is_visible() and note.inner_text().strip()]
    above = {n for told in page.locator(".notes-told").all_inner_texts() for n in re.findall(r"\d+", told)}
    assert {note.get_attribute("value") for note in shown} | above == numbers != set()
    # What the page quotes itself is not printed twice.
    assert above and above.isdisjoint(note.get_attribute("value") for note in shown)
    assert page.locator(".notes-url").first.is_visible()
    for gone in (".masthead-menu", ".colophon", ".scheme-switch", ".passage-panel", ".notes-numbers"):
        assert not page.locator(gone).first.is_visible(), gone


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_has_the_sources_addresses(kind: str, site: Path, address: str, visit: Visit) -> None:
    visit.page.goto(address + dossier(site, kind))
    url = visit.page.locator(".notes-url").first.get_attribute("href")
    pdf = visit.page.pdf(format="A4")
    assert url and url.encode() in pdf
    assert 1 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 6


def test_button_prints(site: Path, address: str, visit: Visit) -> None:
    page = visit.page
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(address + dossier(site, "events"))
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") is True
    assert visit.complaints == []
