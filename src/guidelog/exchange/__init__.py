"""Exchange: writers and readers of other programs' files."""
