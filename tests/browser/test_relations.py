"""The picture of ties in a browser: every line stands in the tables, it is seen in both schemes, and keys reach it."""

import pytest
from playwright.sync_api import Browser

from briefgen.compose.edges import GraphEdge
from briefgen.compose.graph import draw
from tests.browser.conftest import Visit

PAGE = "relations/index.html"


def test_every_tie_in_a_table_has_a_passage(address: str, visit: Visit) -> None:
    visit.page.goto(address + PAGE)
    rows = visit.page.locator(".ties-table tbody tr")
    assert rows.count() > 0
    for row in rows.all():
        assert row.locator(".cite a").count() >= 1, row.inner_text()
    assert visit.page.locator(".masthead [aria-current]").text_content() == "Relations"
    assert visit.complaints == []


def lines() -> tuple[GraphEdge, ...]:
    """A picture of one tie of each sort."""
    ties = [("a", "supports", "b"), ("b", "opposes", "c"), ("c", "member_of", "a")]
    verbs = {kind: kind for _, kind, _ in ties}
    return draw(ties, {name: name for name in "abc"}, verbs, ("t", "d")).edges


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_are_told_apart_by_more_than_colour_and_seen_in_both_schemes(
    scheme: str, address: str, browser: Browser
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + PAGE)
    drawn = "".join(
        f'<g class="graph-edge graph-{one.kind}"><path class="graph-line" d="{one.path}"/></g>' for one in lines()
    )
    looks = page.evaluate(
        """drawn => {
            const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
            document.querySelector("main").append(svg);
            svg.innerHTML = drawn;
            const ground = getComputedStyle(document.body).backgroundColor;
            return [...svg.querySelectorAll(".graph-line")].map(line => {
                const style = getComputedStyle(line);
                const look = style.strokeDasharray + "/" + style.strokeWidth;
                return [look, style.stroke !== ground, line.getTotalLength()];
            });
        }""",
        drawn,
    )
    context.close()
    assert len({dash for dash, _, _ in looks}) == 3
    assert all(seen and length > 0 for _, seen, length in looks)
