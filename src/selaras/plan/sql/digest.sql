-- All that was sealed, in its order. What happens to an operation later (status, answer) and the second person's word are no part of it.
SELECT encode(sha256(convert_to(jsonb_build_array(p.instansi_id, p.tahun, p.run_id, p.connector, p.rules_version, p.pengaturan, p.n,
    extract(epoch FROM p.disegel), extract(epoch FROM p.berlaku_sampai), p.ambang, p.ditinggal)::text, 'UTF8')
  || coalesce((SELECT string_agg(sha256(convert_to(jsonb_build_array(o.seq, o.entry_id, o.sekolah_id, o.kunci, o.kind, o.nip, o.tahun, o.npsn, o.mulai,
    o.slot, o.source_core, o.target_core, o.base_core, o.source_record, o.target_record, o.source_batch, o.target_batch, o.versi, o.lama, o.baru,
    o.alasan, o.needs)::text, 'UTF8')), ''::bytea ORDER BY o.seq) FROM operation o WHERE o.plan_id = p.id), ''::bytea)), 'hex')
FROM plan p WHERE p.id = %(plan)s
