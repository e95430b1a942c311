"""What the admins of dinas and instansi do."""
