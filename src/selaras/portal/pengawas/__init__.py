"""What whoever looks after many schools sees."""
