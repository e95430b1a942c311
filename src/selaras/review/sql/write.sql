INSERT INTO telaah(instansi_id, entry_id, source_core, target_core, putusan, oleh, oleh_orang, sebagai, nomor_sk, sk_mulai, sk_sampai, alasan, run_id, pada)
SELECT %(instansi)s, w.id, w.sumber, w.sasaran, %(putusan)s, %(oleh)s, %(oleh_orang)s::int, %(sebagai)s, %(nomor_sk)s::text, %(sk_mulai)s::date,
  %(sk_sampai)s::date, %(alasan)s::text, %(run)s, %(now)s::timestamptz
FROM unnest(%(entri)s::bigint[], %(sumber)s::uuid[], %(sasaran)s::uuid[]) AS w(id, sumber, sasaran) ORDER BY w.id
