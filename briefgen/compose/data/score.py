"""How sure a reading must be to stand in the briefing."""

# Below this score a reading is left out; ``briefgen show`` has it with its score.
SURE = 0.6
