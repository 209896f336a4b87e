"""What can be wrong with a finished site: broken links, citations that are not verbatim, files that were changed."""
