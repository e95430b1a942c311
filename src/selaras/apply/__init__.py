"""Carry out a sealed plan: intent, send, answer, each committed; every operation once."""
