"""Authored text: the Markdown of the editor's notes, with links to the briefing's things and citations of its sources.

Beside ordinary Markdown (raw HTML and images off) it knows ``[[Name]]`` and ``[[id|text]]``, links to an actor, event,
source or page, and ``[@source "exact words"]``: these words as a quotation with a numbered citation, an error where the
source does not have them.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from briefgen.compose.notes import did_you_mean
from briefgen.compose.parts import CitationView
from briefgen.model.knowledge import Citation
from briefgen.model.regex import regex
from briefgen.model.site import Note
from briefgen.model.text import Diagnostic, Document, Position

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Target = tuple[str, str]
WIKI = regex(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
CITE = regex(r"\[@([^\s\"\]]+)\s+[\"“]([^\]]+?)[\"”]\]")
_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_MARKS = '"“”„ '
# markdown-it drops what is nested deeper without a word.
MAX_NESTING = 100
TOP_HEADING = 2
# Only these differences between a citation and its source are overlooked: the form of quotation marks and spaces.
_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " ", "\t": " "})


class Linker(Protocol):
    """What drawing a note needs of its page: links from there to things, numbered citations, the way to the root."""

    root: str

    def target(self, target: Target) -> tuple[str, str]:
        """Address and label of a thing."""

    def cite(self, cited: Citation) -> CitationView:
        """The numbered pointer to a citation's passage."""

    def words_of(self, cited: Citation) -> str:
        """The verbatim words of a citation."""


class Authored(Struct, frozen=True):
    """A note that was read: what its links and citations mean, in order of the text."""

    note: Note
    targets: tuple[tuple[str, Target], ...] = ()
    citations: tuple[tuple[str, Citation], ...] = ()


def read_authored(
    note: Note, names: dict[str, Target], documents: dict[str, Document]
) -> tuple[Authored, tuple[Diagnostic, ...]]:
    """Work out what a note links to and cites; what cannot be found is an error at its place."""
    if not note.body.strip():
        return Authored(note), ()
    targets: dict[str, Target] = {}
    citations: dict[str, Citation] = {}
    problems: list[Diagnostic] = []
    places = _Places(note)
    for token in _markdown().parse(note.body):
        if token.level >= MAX_NESTING - 1:
            what = "is nested too deeply to be shown whole"
            problems.append(Diagnostic("error", "too-deep", what, places.line(token)))
            break
        for child in token.children or ():
            if child.type == "wiki":
                found = names.get(_key(child.content))
                if found:
                    targets[child.content] = found
                else:
                    what = f'nothing in the briefing is called "{child.content}"'
                    hint = did_you_mean(child.content, dict.fromkeys(names, ""))
                    problems.append(places.problem(token, child.markup, "unknown-link", what, hint))
            elif child.type == "cite":
                cited = _citation(child, documents)
                if isinstance(cited, Citation):
                    citations[child.markup] = cited
                else:
                    problems.append(places.problem(token, child.markup, *cited))
    return Authored(note, tuple(targets.items()), tuple(citations.items())), tuple(problems)


def draw(authored: Authored | None, linker: Linker) -> str:
    """The HTML of a note for one page, nothing where there is no text.

    Its headings are numbered anew: the highest that it uses becomes ``h2``, below the page's own title.
    """
    if authored is None or not authored.note.body.strip():
        return ""
    markdown = _markdown()
    tokens = markdown.parse(authored.note.body)
    used = sorted({token.tag for token in tokens if token.type == "heading_open"})
    env = {
        "linker": linker,
        "levels": {tag: min(6, rank) for rank, tag in enumerate(used, TOP_HEADING)},
        "targets": dict(authored.targets),
        "citations": dict(authored.citations),
    }
    return str(markdown.renderer.render(tokens, markdown.options, env)).strip()


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


class _Places:
    """Finds the line and column of what a token stands for; Markdown itself only knows the lines of a block."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.lines = note.body.split("\n")

    def line(self, token: "Token") -> Position:
        return Position(self.note.path, self.note.body_line + (token.map or [0])[0])

    def problem(self, token: "Token", raw: str, code: str, what: str, hint: str) -> Diagnostic:
        first, last = token.map or (0, len(self.lines))
        start = raw.split("\n", maxsplit=1)[0]
        at = next((n for n in range(first, min(last, len(self.lines))) if start in self.lines[n]), first)
        column = self.lines[at].find(start) + 1
        position = Position(self.note.path, self.note.body_line + at, column)
        return Diagnostic("error", code, what, position, hint, self.lines[at])


def _citation(token: "Token", documents: dict[str, Document]) -> Citation | tuple[str, str, str]:
    """The place that is cited, or code, message and hint of what is wrong."""
    name, words = token.info, token.content
    found = [name] if name in documents else [id_ for id_ in documents if id_.startswith(name.lower())]
    if len(found) != 1:
        what = f'no source is called "{name}"' if not found else f'"{name}" may be {" or ".join(sorted(found)[:3])}'
        return "unknown-link", what, did_you_mean(name, dict.fromkeys(documents, ""))
    document = documents[found[0]]
    text, offsets = _folded(document.text)
    wanted = " ".join(words.translate(_FOLD).split())
    at = text.find(wanted)
    if at < 0 or not wanted:
        hint = "a citation must repeat the source word for word"
        return "unknown-link", f'the source {found[0]} does not have the words "{words}"', hint
    return Citation(document.id, offsets[at], offsets[at + len(wanted) - 1] + 1)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with plain quotation marks and single spaces, and the offset of each of its characters."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text.translate(_FOLD)):
        if character == " " and characters and characters[-1] == " ":
            continue
        characters.append(character)
        offsets.append(offset)
    return "".join(characters), offsets


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("js-default", {"maxNesting": MAX_NESTING}).disable("image")
    markdown.validateLink = _is_safe  # type: ignore[method-assign]
    markdown.inline.ruler.before("link", "wiki", _wiki_rule)
    markdown.inline.ruler.before("link", "cite", _cite_rule)
    markdown.add_render_rule("wiki", _draw_wiki)
    markdown.add_render_rule("cite", _draw_cite)
    markdown.add_render_rule("link_open", _draw_link)
    for name in ("heading_open", "heading_close"):
        markdown.add_render_rule(name, _draw_heading)
    return markdown


def _is_safe(url: str) -> bool:
    """Whether a link may stand: http, https, mailto, or an address inside the site."""
    scheme = _SCHEME.match(url)
    if "\\" in url or url.startswith("//"):
        return False
    if scheme is None:
        return True
    return scheme[1].lower() == "mailto" or url.lower().startswith(("http://", "https://"))


def _wiki_rule(state: "StateInline", silent: bool) -> bool:
    found = WIKI.match(state.src, state.pos) if state.src.startswith("[[", state.pos) else None
    if not found:
        return False
    if not silent:
        token = state.push("wiki", "", 0)
        token.content, token.info, token.markup = found[1].strip(), (found[2] or "").strip(), found[0]
    state.pos = found.end()
    return True


def _cite_rule(state: "StateInline", silent: bool) -> bool:
    found = CITE.match(state.src, state.pos) if state.src.startswith("[@", state.pos) else None
    if not found:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.info, token.content, token.markup = found[1], found[2], found[0]
    state.pos = found.end()
    return True


def _escape(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))


def _draw_wiki(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    target = env["targets"].get(token.content)
    if target is None:
        return _escape(token.info or token.content)
    href, label = env["linker"].target(target)
    shown = _escape(token.info or (token.content if _key(token.content) != _key(target[1]) else label))
    return f'<a href="{_escape(href)}">{shown}</a>' if href else shown


def _draw_cite(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    citation = env["citations"].get(tokens[index].markup)
    if citation is None:
        return _escape(tokens[index].content)
    view = env["linker"].cite(citation)
    words = _escape(env["linker"].words_of(citation).strip(_MARKS))
    link = f'<a href="{_escape(view.href)}" title="{_escape(view.tip)}">{view.number}</a>'
    return f'<q>{words}</q><sup class="cite">{link}</sup>'


def _draw_link(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    href = str(token.attrGet("href") or "")
    if not _SCHEME.match(href) and not href.startswith("#"):
        inside = href.lstrip("/")
        token.attrSet("href", env["linker"].root + inside + ("index.html" if inside.endswith("/") else ""))
    elif href.lower().startswith("http"):
        token.attrSet("rel", "noopener")
    return str(renderer.renderToken(tokens, index, options, env))


def _draw_heading(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    level = env["levels"][token.tag]
    return f"</h{level}>\n" if token.nesting < 0 else f"<h{level}>"
