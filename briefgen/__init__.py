"""briefgen: a cited, cross-linked briefing site from news articles."""

__version__ = "0.1.0"
