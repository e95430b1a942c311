"""The pages of the built-in e-Kinerja."""
