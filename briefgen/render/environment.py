"""Jinja for one theme: templates from the theme's value, escaping always on, nothing undefined passes."""

from base64 import b64encode
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound
from markupsafe import Markup, escape

from briefgen.errors import BriefgenError
from briefgen.model.scripts import script_runs
from briefgen.model.site import Page, Theme, ThemeFile
from briefgen.model.text import Diagnostic, Position
from briefgen.model.words import FALLBACK, Words, read_words
from briefgen.render.contract import Checker

# What marks the words of sources, which are English, and the page's own among them: nothing where it is English too.
NATIVE = {"foreign": Markup(""), "native": Markup("")}
# What templates themselves run into: words that cannot be added, a number by nought, a template that calls itself.
_SLIPS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# Filters that would let text pass unescaped.
_UNSAFE = ("safe", "xmlattr", "tojson", "urlize", "forceescape")


class ThemeEnvironment(Environment):
    """Markup comes only from fields that end in ``_html``; everything else is escaped."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute of a view's part; those that hold markup are marked as such."""
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            value = super().getattr(obj, attribute)
        return Markup(value) if attribute[-5:] == "_html" and isinstance(value, str) else value


class Inline:
    """A static file of the theme that stands in the page itself: its text, and the hash a policy allows it by."""

    def __init__(self, file: ThemeFile) -> None:
        self.text_html = file.data.decode("utf-8", "replace").replace("\r\n", "\n")
        self.hash = f"sha256-{b64encode(sha256(self.text_html.encode()).digest()).decode()}"


class Templates:
    """A theme's templates, ready to draw."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.paths = {file.name: file.path for file in theme.templates}
        self.sources = {f.name: f.data.decode("utf-8", "replace") for f in theme.templates if f.name.endswith(".html")}
        self.environment = ThemeEnvironment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
        )
        for name in _UNSAFE:
            self.environment.filters.pop(name, None)
        self.environment.filters["isolated"] = isolated
        self.environment.globals = {"static": self._static, "inline": self._inline, **NATIVE}
        self._environments: dict[str, Environment] = {}
        self._checker = Checker(self.environment, self.sources, self.paths, read_words(theme, FALLBACK))
        self._checked: set[tuple[str, type]] = set()

    def check(self, template: str, view: type) -> None:
        """Raise ``BriefgenError`` with every field that a template asks for and the view does not have."""
        if (template, view) not in self._checked:
            self._checked.add((template, view))
            problems = self._checker.check(template, view)
            if problems:
                raise BriefgenError(*problems)

    def draw(self, page: Page) -> str:
        """The page's HTML."""
        context = {name: getattr(page.view, name) for name in page.view.__struct_fields__}
        context = {k: Markup(v) if k.endswith("_html") else v for k, v in context.items()}
        try:
            return self._speaking(page.view.head.language).get_template(page.template).render(context)
        except (TemplateError, *_SLIPS) as problem:
            raise BriefgenError(template_problem(problem, page.template, self.paths)) from problem

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """A template's text, with its path as the name that tracebacks carry."""
        return (self.sources[name], self.paths[name], None) if name in self.sources else None

    def _speaking(self, language: str) -> Environment:
        """The environment with the words of a language; being global, macros are read once, not once a page."""
        if language not in self._environments:
            environment = self.environment.overlay(cache_size=-1)
            words = read_words(self.theme, language)
            environment.globals = {**self.environment.globals, "t": words, **_marks(words)}
            self._environments[language] = environment
        return self._environments[language]

    def _static(self, name: str) -> str:
        return self._file(name).address()

    def _inline(self, name: str) -> Inline:
        return Inline(self._file(name))

    def _file(self, name: str) -> ThemeFile:
        for file in self.theme.static:
            if file.name == name:
                return file
        raise TemplateNotFound(name, f"the theme has no static file {name!r}")


def isolated(text: str) -> Markup:
    """The text, escaped, what is not in Latin letters kept apart from what stands round it, and its language said."""
    if text.isascii():  # most of it, many times a page
        return escape(text)
    run = Markup('<bdi lang="{}">{}</bdi>')
    return Markup("").join(run.format(tag, part) if tag else part for part, tag in script_runs(text))


def _marks(words: Words) -> dict[str, Markup]:
    if words.language == FALLBACK:
        return NATIVE
    own = Markup(' lang="{}" dir="{}"').format(words.language, words("language.direction"))
    return {"foreign": Markup(f' lang="{FALLBACK}" dir="ltr"'), "native": own}


def template_problem(problem: Exception, template: str, paths: dict[str, str]) -> Diagnostic:
    """What went wrong in a template, with the file and line that it went wrong in."""
    path, line = paths.get(template, template), 0
    if isinstance(problem, TemplateSyntaxError):
        path, line = problem.filename or path, problem.lineno
    else:
        trace = problem.__traceback__
        while trace:
            file = trace.tb_frame.f_code.co_filename
            if file in paths.values():
                path, line = file, trace.tb_lineno
            trace = trace.tb_next
    return Diagnostic("error", "template", _said(problem), Position(path, line))


def _said(problem: Exception) -> str:
    if isinstance(problem, RecursionError):
        return "includes, extends or calls itself without end"
    if isinstance(problem, TemplateError):
        return str(problem.message or problem)
    return f"{type(problem).__name__}: {problem}"
