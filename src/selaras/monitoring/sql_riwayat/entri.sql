SELECT e.tahun, e.kind AS jenis, e.slot AS periode, e.keadaan, c.kode, s.npsn, s.nama AS sekolah, e.source_id IS NOT NULL AS ada_di_pmm, e.target_id IS NOT NULL AS ada_di_ekinerja
FROM entry e LEFT JOIN code c ON c.id = e.code LEFT JOIN sekolah s ON s.id = e.sekolah_id WHERE e.orang_id = %(orang)s ORDER BY e.tahun, e.kind, e.slot;
