"""Read the target back, compare field by field, write the evidence."""
