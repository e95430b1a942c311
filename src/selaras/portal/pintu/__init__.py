"""Ways in: the one-time code, My ASN, belajar.id, local accounts; the role switch."""
