"""The built-in e-Kinerja: an application of its own, with its own tables."""
