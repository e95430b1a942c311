"""What a teacher sees and says."""
