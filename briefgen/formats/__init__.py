"""How files become text.  One format a file, one line here."""

from briefgen.formats import html, text

FORMATS = (text.FORMAT, html.FORMAT)
