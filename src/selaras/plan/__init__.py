"""Seal what is to be carried over: complete, ordered, old and new per field."""
