UPDATE sinkron SET selesai = now(), plan_id = coalesce(%(plan)s, plan_id), angka = angka || %(angka)s::jsonb,
       hasil = CASE WHEN angka ? 'gagal' AND %(hasil)s = 'selesai' THEN 'gagal' ELSE %(hasil)s END,
       kalimat = concat_ws(' ', %(kalimat)s::text, angka->>'gagal')
WHERE id = %(sinkron)s
RETURNING kalimat
