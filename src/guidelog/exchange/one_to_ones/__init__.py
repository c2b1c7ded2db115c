"""One-to-one notes: Markdown files as leaders keep them, read without losing a word."""
