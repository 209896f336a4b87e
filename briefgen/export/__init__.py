"""Files made from the finished briefing beside its pages, and tables for the command line."""

from briefgen.export.bibliography import BIBTEX, CSL, RIS
from briefgen.export.feeds import ATOM, JSON
from briefgen.export.json_data import DATA, SCHEMA
from briefgen.export.search import SEARCH
from briefgen.export.site_files import NOJEKYLL, ROBOTS, SITEMAP
from briefgen.export.tables import CSV, TABLES
from briefgen.sockets import Export

EXPORTS: tuple[Export, ...] = (DATA, SCHEMA, CSV, CSL, BIBTEX, RIS, ROBOTS, SITEMAP, ATOM, JSON, NOJEKYLL, SEARCH)

__all__ = ["EXPORTS", "TABLES"]
