"""In-document reference: which mentions of one article are the same thing."""
