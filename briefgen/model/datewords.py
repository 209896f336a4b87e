"""The words that dates are told with, a language at a time."""

from msgspec import Struct


class DateWords(Struct, frozen=True):
    """Names and patterns; ``{slots}`` of a pattern that a date leaves empty are passed over."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    """Spring to winter."""
    point: str
    """How ``{day}``, ``{month}`` and ``{year}`` follow one another."""
    decade: str
    """Years of which only the first digits are known: ``{year}`` is the first, ``{last}`` the last."""
    span: str
    """From ``{first}`` to ``{last}``."""
    later: str
    earlier: str
    about: str
    perhaps: str
    both: str
    """Perhaps, and not exactly."""
    never: str
    """What is said of a date of which nothing is known."""


ENGLISH = DateWords(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    point="{day} {month} {year}",
    decade="the {year}s",
    span="{first} to {last}",
    later="{date} or later",
    earlier="{date} or earlier",
    about="about {date}",
    perhaps="perhaps {date}",
    both="perhaps about {date}",
    never="an unknown date",
)  # fmt: skip
