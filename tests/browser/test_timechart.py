"""The picture of time on the home page: it leads to events, fits every width and says the same without being seen."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit


def test_a_name_of_the_picture_leads_to_the_event(address: str, visit: Visit) -> None:
    visit.page.goto(address + "index.html")
    picture = visit.page.locator("svg.chart-wide")
    assert picture.locator("title").first.text_content() and picture.locator("desc").text_content()
    picture.locator(".chart-names a").first.click()
    visit.page.wait_for_url("**/events/**")
    assert visit.page.locator("h1").count() == 1


@pytest.mark.parametrize(("width", "shown"), [(390, "narrow"), (820, "middle"), (1440, "wide")])
def test_one_picture_is_shown_and_legible(width: int, shown: str, address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + "index.html")
    assert [one.get_attribute("class") for one in page.locator(".chart svg:visible").all()] == [f"chart-{shown}"]
    words = page.locator(f"svg.chart-{shown} .chart-axis text").first.bounding_box()
    assert words is not None and words["height"] >= 12
    page.close()
