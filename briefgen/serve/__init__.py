"""A preview for the person who writes: the last good site from memory, on this machine, reloaded when it changes."""
