SELECT * FROM ek_laporan_penilaian WHERE _id = ANY(%(id)s)
