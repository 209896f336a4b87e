"""The foot of a page: what the briefing rests on, whether its citations hold, and how to follow it."""

import json
import re
from pathlib import Path

from tests.browser.conftest import Visit


def test_every_page_says_what_it_rests_on_and_whether_its_citations_hold(
    address: str, site: Path, visit: Visit
) -> None:
    data = json.loads((site / "data" / "briefing.json").read_text(encoding="utf-8"))
    for name in ("timeline/index.html", "actors/poland/index.html", "index.html", "about/index.html"):
        visit.page.goto(address + name)
        foot = visit.page.locator("footer")
        good, total = re.findall(r"(\d+) of (\d+) citations verified", foot.inner_text())[0]
        assert good == total and int(total) > len(data["sources"])
        words = visit.page.locator("body").inner_text()
        assert len(re.findall(rf"{len(data['sources'])} articles, \d outlets, at most", words)) == 1, name
    visit.page.goto(address + "timeline/index.html")
    visit.page.get_by_role("link", name="citations verified").click()
    visit.page.wait_for_url(address + "about/index.html")


def test_a_feed_can_be_found_and_is_there(address: str, visit: Visit) -> None:
    for name, own in (("timeline/index.html", False), ("actors/poland/index.html", True)):
        visit.page.goto(address + name)
        link = visit.page.locator("footer").get_by_role("link", name="Feed")
        assert link.is_visible()
        url = link.evaluate("link => link.href")
        assert url == (visit.page.url.replace("index.html", "feed.xml") if own else address + "feed.xml")
        answer = visit.page.request.get(url)
        assert answer.ok and answer.text().lstrip().startswith("<?xml")
