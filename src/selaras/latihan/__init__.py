"""The rehearsal kit: an invented district with known damages, as real files and with its answer key.

`district.buat` plans it, `files.tulis` writes the files of one snapshot, `kunci.kunci` says what must be found,
`stream` writes the same district at the scale of a large kabupaten. It imports nothing from the rest of
Selaras: it is the oracle that the other rooms are measured against.
"""
