INSERT INTO ek_log(instansi_id, kunci, waktu, nip, nama, tahun, jenis, aksi, hasil, kode, pesan, jawaban)
SELECT %(instansi)s, o.kunci, %(waktu)s, o.nip, o.nama, o.tahun, o.jenis, o.aksi, o.hasil, o.kode, o.pesan, o.jawaban
FROM jsonb_to_recordset(%(operasi)s::jsonb) AS o(kunci uuid, nip text, nama text, tahun smallint, jenis text, aksi text, hasil text, kode text, pesan text, jawaban jsonb)
