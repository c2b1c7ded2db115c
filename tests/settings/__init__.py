"""What the leader may configure, and the word that names a device."""
