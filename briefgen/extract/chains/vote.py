"""What type the evidence of all mentions of one name speaks for."""

from collections.abc import Sequence

from briefgen.model.annotation import Mention, MentionType

# Rules that say no more of a name's kind when they speak again.
SAME_AGAIN = frozenset(
    {"speaks", "said-by", "two-capitals", "given-inside", "given-alone", "head-alone", "chief-after"}
)


def weigh(mentions: Sequence[Mention]) -> tuple[MentionType, float]:
    """The type that most of the evidence speaks for, each mention lessening the doubt; ``other`` where it is weak."""
    doubt: dict[MentionType, float] = {}
    plain = 0.0
    heard: set[str] = set()
    for m in mentions:
        if m.rule in SAME_AGAIN and m.rule in heard:
            continue  # that it speaks again says no more of its kind
        heard.add(m.rule)
        if m.type == "other" or m.score < 0.5:
            plain = max(plain, min(m.score + 0.08, 0.46) if m.type != "other" else m.score)
        if m.type != "other":
            doubt[m.type] = doubt.get(m.type, 1.0) * (1.0 - min(m.score, 0.97))
    best: MentionType = min(doubt, key=lambda type_: (doubt[type_], type_)) if doubt else "other"
    score = 1.0 - doubt[best] if doubt else 0.0
    return (best, score) if score >= max(0.5, plain - 0.1) else ("other", max(plain, score))
