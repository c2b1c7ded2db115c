"""Looking back: the public views as frozen rows. Never loads SQLModel."""
