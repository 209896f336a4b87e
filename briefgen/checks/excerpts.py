"""How much of the articles a site quotes, over all its pages and data together."""

from briefgen.checks.citations import Published
from briefgen.model.site import Settings
from briefgen.model.text import Diagnostic, Position


def check_excerpts(published: Published, settings: Settings) -> tuple[Diagnostic, ...]:
    """A note where articles are quoted beyond what the page of each may repeat: an editor should know."""
    texts = published.texts
    quoted = {id_: bytearray(len(text)) for id_, text in texts.items()}
    for cited in published.citations:
        if cited["source"] in quoted:
            quoted[cited["source"]][cited["start"] : cited["end"]] = b"\1" * (cited["end"] - cited["start"])
    shares = {id_: _share(text, quoted[id_]) for id_, text in texts.items()}
    beyond = [id_ for id_, share in shares.items() if share > settings.excerpt_share]
    if not beyond:
        return ()
    most = max(beyond, key=lambda id_: (shares[id_], id_))
    what = (
        f"the pages and data together quote more than {settings.excerpt_share:.0%} of the words of {len(beyond)} "
        f"of {len(texts)} articles; of this one most, {shares[most]:.0%}"
    )
    hint = (
        "the page of an article repeats no more than excerpt_share of it; events and statements are quoted one by one"
    )
    return (Diagnostic("info", "much-quoted", what, Position(published.files[most]), hint),)


def _share(text: str, quoted: bytearray) -> float:
    """The share of a text's words that begin in what is quoted."""
    at, words, held = 0, text.split(), 0
    for word in words:
        at = text.index(word, at)
        held += quoted[at]
        at += len(word)
    return held / len(words) if words else 0.0
