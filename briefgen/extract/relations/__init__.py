"""What the relation rules share: verbs, compounds, roles."""
