"""What a school operator mends and hands out."""
