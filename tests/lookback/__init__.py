"""Looking back: rows, filters and gathered facts."""
