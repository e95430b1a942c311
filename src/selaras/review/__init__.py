"""A person approves or returns; a head locks the final report."""
