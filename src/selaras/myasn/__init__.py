"""My ASN for rehearsal: an OpenID Connect provider on this machine, with invented people and faults on demand."""
