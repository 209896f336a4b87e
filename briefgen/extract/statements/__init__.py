"""What the statements rule shares: cues, subjects, extents, quotations, speakers."""
