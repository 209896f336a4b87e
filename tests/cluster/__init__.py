"""Cases of the room that joins events."""
