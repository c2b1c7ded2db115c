"""What the leader types: no rule, no SQL, no layout."""
