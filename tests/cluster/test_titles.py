"""What of a sentence becomes an event's title."""

import pytest

from briefgen.cluster import cluster
from briefgen.cluster.group import Group
from briefgen.cluster.tellings import Telling
from briefgen.cluster.titles import chief
from briefgen.model.knowledge import Ref
from briefgen.model.text import Span
from briefgen.resolve import resolve
from tests.cluster.articles import article

# Sentences with one deed each, and the words that tell it.
TITLES = (
    (
        "Harbour chief [Ana Prado]p {closed:RETREAT:Ana Prado:close} two of the docks, [Rudna Wharves]o said.",
        "Harbour chief Ana Prado closed two of the docks",
    ),
    (
        "The [Rudna Wharves]o (RW) {agreed:AGREE:Rudna Wharves:agree} <on Monday:mon> on a new deal, ending strife.",
        "The Rudna Wharves (RW) agreed on Monday on a new deal",
    ),
    (
        "[Ana Prado]p {counted:OTHER:Ana Prado:count} the ships between 2011 and 2014 for a book.",
        "Ana Prado counted the ships between 2011 and 2014 for a book",
    ),
    (
        '[Ana Prado]p {called:ACCUSE:Ana Prado:call} the docks "a ruin, and after all a shame", while the port slept.',
        'Ana Prado called the docks "a ruin, and after all a shame"',
    ),
    (
        "The tower, which [Ana Prado]p {sold:OTHER:Ana Prado:sell} in spring, stands empty.",
        "The tower, which Ana Prado sold in spring, stands empty",
    ),
    (
        "South Port chief [Ana Prado]p {left:RETREAT:Ana Prado:leave} the docks two days after the blaze.",
        "South Port chief Ana Prado left the docks two days after the blaze",
    ),
    (
        "[Ana Prado]p {paid:AID:Ana Prado:pay} 6.2 million crowns to the old crew while she was ill.",
        "Ana Prado paid 6.2 million crowns to the old crew",
    ),
)


def title_of(*lines: str, headline: str = "") -> str:
    """The title of the only event that some lines tell."""
    given = {"date": "2021-03-09", "lines": list(lines), **({"title": headline} if headline else {})}
    articles = (article("a", given),)
    (event,) = cluster(articles, resolve(articles, ()), ()).events
    return articles[0].document.text[event.title.start : event.title.end]


@pytest.mark.parametrize(("line", "want"), TITLES, ids=[want[:30] for _, want in TITLES])
def test_a_title_stands_alone(line: str, want: str) -> None:
    assert title_of(line) == want


def test_a_title_that_leans_gives_way_to_one_that_does_not() -> None:
    leaning = "She {closed:RETREAT:Ana Prado:close} the docks <on Monday:mon>."
    whole = "It was [Ana Prado]p who {closed:RETREAT:Ana Prado:close} the docks of the port <on Monday:mon>."
    first = "[Ana Prado]p {closed:RETREAT:Ana Prado:close} the docks <on Monday:mon>, to the sorrow of many."
    assert title_of(whole, leaning, first).startswith("Ana Prado closed the docks on Monday")


def test_a_deed_told_in_passing_is_not_cut_out() -> None:
    line = "Two days after {speaking:CONSULT:Ana Prado>Jan Berg:speak} with [Jan Berg]p, [Ana Prado]p opened the docks."
    assert title_of(line).startswith("Two days after speaking with Jan Berg")


def test_of_many_who_are_told_alike_the_first_by_name_are_the_chief_ones() -> None:
    place, agents = Span(0, 3), ("faro", "elm", "dale", "carr", "bell", "ames")
    telling = Telling(
        Ref("a", 0), 0, place, place, "meet", "CONSULT", agents, (), (), (), (), (), (), None, "actual", False, 0.8,
        0.8, "meet",
    )  # fmt: skip
    assert chief(Group((telling,))) == {"ames", "bell", "carr"}
