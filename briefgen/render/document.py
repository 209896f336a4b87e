"""The view contract as a page for theme authors, made from the views themselves (``themes/README.md``)."""

import ast
import inspect
import textwrap
from collections.abc import Iterable
from typing import Any, get_args, get_origin

from msgspec.structs import fields

from briefgen.render.contract import parts_of
from briefgen.sockets import PageKind

INTRODUCTION = """\
# Themes

<!-- Made by `briefgen.render.contract.document`; a test fails when it is stale. -->

A theme is a folder with `theme.yml`, `templates/` and `static/`. The quickest way to an own one is a folder beside
`default` with this `theme.yml`, and only the files that differ:

    name: mine
    extends: default
    contract: 1

`contract` is the number of the view contract below. It rises only when a field is removed or changes its meaning.

- **Templates** are [Jinja](https://jinja.palletsprojects.com/) and see the fields of their page's view, nothing else.
  What a template asks for and the view does not have is an error with file and line before anything is written.
- **Text is always escaped.** Markup comes only from fields that end in `_html`; there is no `safe` filter.
- **Addresses** in views are relative to the page. Put `head.root` before any that you write yourself.
- **Extending**: a file replaces the one of the same name. A template that you replace is still there below its theme's
  name: `{% extends "default/base.html" %}` lets you replace single blocks of it (`masthead`, `content`, `colophon`).
- **Words**: `t("key")` reads `templates/strings/<language>.yml`, English where a key is missing. A theme's own file of
  words holds only those that differ. Whatever is quoted from a source carries `{{ foreign }}` in its tag, and words of
  the page among those `{{ native }}`: `lang` and `dir` where the page is not in the language of its sources, else
  nothing. `{{ text | isolated }}` puts what is not in Latin letters into `bdi` with its `lang`.
- **Style**: the files of `static/css/` are joined, by name, into the one style sheet at `head.style`; the properties
  in `10-knobs.css` are the knobs; a colour is `light-dark(…, …)`, so that the switch in the masthead turns it. Other
  static files are published as they are: `head.root ~ static("picture.svg")`.
  Files in `static/inline/` are not published; `inline("inline/404.css").text_html` puts one into a page, and
  `inline("inline/404.css").hash` is what the page's Content-Security-Policy must name.
- **Macros**: a parameter named like a part below (`citation` for `CitationView`, `event_card` for `EventCard`) is
  checked as that part.
- Themes are code: only install what you trust.
"""


def document(kinds: Iterable[PageKind]) -> str:
    """The contract of these kinds of page, as Markdown."""
    drawn = [kind for kind in kinds if kind.template]
    pages = [_section(kind.view, f"`{kind.template}`") for kind in drawn]
    views = {kind.view for kind in drawn}
    parts = [part for part in parts_of(kind.view for kind in drawn) if part not in views]
    sections = [
        "## Pages",
        "",
        *pages,
        "## Parts",
        "",
        *(_section(part, part.__name__) for part in sorted(parts, key=_name)),
    ]
    return "\n".join([INTRODUCTION, *sections])


def _name(part: type) -> str:
    return part.__name__


def _section(view: type, title: str) -> str:
    docs = _field_docs(view)
    rows = [
        f"| `{field.name}` | {_type(field.type)} | {docs.get(field.name) or _own_doc(field.type)} |"
        for field in fields(view)
    ]
    summary = inspect.cleandoc(view.__doc__ or "")
    return "\n".join([f"### {title}", "", summary, "", "| field | type | what |", "|---|---|---|", *rows, ""])


def _type(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return f"list of {_type(get_args(kind)[0])}"
    options = get_args(kind)
    if type(None) in options:
        return f"{_type(next(option for option in options if option is not type(None)))} or none"
    name = str(kind.__name__)
    return {"str": "text", "int": "number", "bool": "true or false"}.get(name, name)


def _own_doc(kind: Any) -> str:
    return inspect.cleandoc(getattr(kind, "__doc__", "") or "").split("\n")[0]


def _field_docs(view: type) -> dict[str, str]:
    """The text that stands below each field in the source."""
    body = ast.parse(textwrap.dedent(inspect.getsource(view))).body[0]
    assert isinstance(body, ast.ClassDef)
    docs = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            docs[field.target.id] = str(ast.literal_eval(below.value))
    return docs
