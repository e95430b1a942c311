"""Tindak lanjut: who presses which button where, in which order, on paper.

`buku` writes the admin workbook (and `operator.xlsx` beside it), `sekolah` one page per school, `wa` the WhatsApp
texts, `status` reads filled status columns back. The only input is a `monitoring.posisi.Posisi`.
`langkah` is the one place that says whose move a finding is, `penahan` the one that says who waits for somebody else.
"""
