"""How well briefgen reads: ``python -m tests.quality.score [--misses N] [--measure NAME] [topic …]``.

Builds each topic in memory, lays its gold over what was read, and prints precision, recall and F1 of each stage.
"""

import argparse
import sys
from pathlib import PurePosixPath

from tests.harness import build
from tests.quality import corpus, reading
from tests.quality.gold import HERE, TOPICS, Laid, load
from tests.quality.reading import Reading
from tests.quality.tally import Score, Tally

MEASURES = (
    "furniture", "fields", "names", "times", "times value", "statements", "statements speaker",
    "events", "events type", "events agents", "events patients", "events date", "events traps",
    "relations", "descriptions", "actors", "forms", "actors kept apart",
    "chronicle", "chronicle date", "chronicle actors",
    "events joined", "events kept apart", "dates inferred", "voices", "disagreements",
)  # fmt: skip


def count(topics: list[str]) -> Tally:
    """Everything right, wrong and missed in the topics."""
    tally = Tally()
    for name in topics:
        topic = load(name)
        made = build(HERE / name)
        readings = {}
        for article in made.corpus.articles:
            laid = Laid(topic, PurePosixPath(article.document.path).stem, article.document.text)
            readings[article.document.id] = Reading(article, laid, name)
        for each in readings.values():
            reading.measure(each, tally)
        corpus.measure(corpus.Together(topic, name, readings, made.corpus, tally))
    return tally


def table(tally: Tally) -> dict[str, Score]:
    """The score of every measure."""
    return {measure: tally.score(measure) for measure in MEASURES}


def main(arguments: list[str]) -> int:
    """Print the table, and with ``--misses`` the first misses of each measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.score", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the first N misses of each measure")
    parser.add_argument("--measure", choices=MEASURES, help="print the misses of this measure only")
    parser.add_argument("topics", nargs="*", metavar="topic", help=f"one of {', '.join(TOPICS)}; all by default")
    args = parser.parse_args(arguments)
    if unknown := [name for name in args.topics if name not in TOPICS]:
        parser.error(f"no topic {', '.join(unknown)}")
    tally = count(args.topics or TOPICS)
    print(f"{'measure':20} {'P':>6} {'R':>6} {'F1':>6} {'n':>6}")
    for measure, score in table(tally).items():
        print(f"{measure:20} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f} {score.counted:6}")
    for measure in [args.measure] if args.measure else MEASURES:
        for _, where, what in [miss for miss in tally.misses if miss[0] == measure][: args.misses]:
            print(f"{measure} | {where} | {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
