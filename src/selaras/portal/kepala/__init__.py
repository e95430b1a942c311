"""What a head of school sees, approves and returns."""
