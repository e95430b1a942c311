INSERT INTO telaah(instansi_id, entry_id, source_core, target_core, putusan, oleh, oleh_orang, sebagai, nomor_sk, sk_mulai, sk_sampai, alasan, run_id, pada)
SELECT %(instansi)s, e.id, e.source_core, e.target_core, %(putusan)s, %(oleh)s, %(oleh_orang)s::int, %(sebagai)s, %(nomor_sk)s::text, %(sk_mulai)s::date,
  %(sk_sampai)s::date, %(alasan)s::text, %(run)s, %(now)s::timestamptz
FROM entry e WHERE e.id = ANY (%(entri)s::bigint[]) ORDER BY e.id
