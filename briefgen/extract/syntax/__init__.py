"""Words to clauses: tokens, tags, phrases, clauses."""
