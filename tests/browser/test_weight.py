"""A first visit is light: few and small files, one style sheet, and nothing that the page waits for but that."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Visit, kinds

KILOBYTES = 60


@pytest.mark.parametrize("kind", ["index.html", "actors/", "events/"])
def test_a_first_visit_weighs_little(kind: str, site: Path, address: str, visit: Visit) -> None:
    name = next(name for name in kinds(site) if name.startswith(kind) and name.count("/") in (0, 2))
    visit.page.goto(address + name, wait_until="networkidle")
    asked = [site / urlsplit(url).path.removeprefix("/x/y/") for url in visit.requests]
    assert len(asked) == len(set(asked)) and sum(path.suffix == ".css" for path in asked) == 1
    assert sum(len(gzip.compress(path.read_bytes())) for path in asked) <= KILOBYTES * 1000


def test_a_page_waits_for_its_style_alone(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html", wait_until="networkidle")
    found = visit.page.evaluate(
        "performance.getEntriesByType('resource').map(one => [one.name.split('.').pop(), one.renderBlockingStatus])"
    )
    assert [kind for kind, status in found if status == "blocking"] == ["css"]
    assert any(kind == "js" for kind, _ in found)
