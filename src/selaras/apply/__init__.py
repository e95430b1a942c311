"""Carry out a sealed plan: each operation once, intent and answer committed; after a crash by reading."""
