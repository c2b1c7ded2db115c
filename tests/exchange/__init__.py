"""What leaves the journal, and how it is written."""
