-- Accounts with everything by which a person tells whether two of them are one.
SELECT a.id, a.sistem, a.nama, a.nip, a.nik, a.nuptk, a.lahir, a.jk::text AS jk, a.jabatan, a.golongan, a.kepegawaian, a.aktif,
       coalesce(s.nama, o.nama) AS tempat
FROM akun a LEFT JOIN unor o ON o.id = a.unor_id LEFT JOIN sekolah s ON s.id = coalesce(a.sekolah_id, o.sekolah_id)
WHERE a.id = ANY (%(akun)s::int[]);
