"""Reports: facts into documents, pure; the same blocks for every medium."""
