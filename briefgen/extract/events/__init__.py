"""What the events rule shares: frames, roles, standing, senses, times."""
