"""The pages of the built-in PMM / Ruang GTK."""
