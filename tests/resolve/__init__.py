"""Cases of the room that joins names."""
