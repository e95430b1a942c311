SELECT * FROM ek_laporan_skp WHERE _id = ANY(%(id)s)
