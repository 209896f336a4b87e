"""How sure a reading must be to stand in the briefing."""

# Below this score a reading is left to review.
SURE = 0.6
