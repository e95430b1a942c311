SELECT p.nip, p.nama, a.jenis_ptk, a.kepegawaian AS status_kepegawaian,
       (SELECT h.nip FROM potret h WHERE h.sekolah_id = p.sekolah_id AND h.kepala AND h.aktif AND h.orang_id <> p.orang_id ORDER BY h.orang_id LIMIT 1) AS nip_atasan,
       (SELECT jsonb_object_agg(e.slot, jsonb_build_object('hasil', r.hasil, 'perilaku', r.perilaku, 'predikat', r.predikat, 'status', r.status))
        FROM entry e JOIN record r ON r.id = e.source_id WHERE e.orang_id = p.orang_id AND e.tahun = %(tahun)s AND e.kind = 3 AND e.slot < 1000) AS nilai,
       (SELECT min(r.status) FROM entry e JOIN record r ON r.id = e.source_id WHERE e.orang_id = p.orang_id AND e.tahun = %(tahun)s AND e.kind = 2) AS skp
FROM potret p
LEFT JOIN LATERAL (SELECT max(jenis_ptk) AS jenis_ptk, max(kepegawaian) AS kepegawaian FROM akun WHERE orang_id = p.orang_id) a ON true
WHERE p.sekolah_id = %(sekolah)s AND p.aktif ORDER BY p.nama;
