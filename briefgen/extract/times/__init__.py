"""What the times rule shares: its patterns by kind, its lexicon, tense, the calendar."""
