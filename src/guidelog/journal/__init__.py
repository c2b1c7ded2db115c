"""Recording: the only writer, and the only room that knows SQLModel."""
