"""What the name rules share: the desk, the parse of capitalised runs, the evidence for a type."""
