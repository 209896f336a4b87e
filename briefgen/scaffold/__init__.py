"""The files that ``briefgen init`` starts a project with."""
