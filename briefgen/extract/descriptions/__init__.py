"""What the descriptions rule shares: words before a name, beside it, and whether they can be of it."""
