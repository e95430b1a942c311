-- Findings at the level where one repair mends them, with the files and rows they came from and the people they hold.
-- For one school or one person only their own neighbourhood is looked at, so that the answer does not wait for the district.
WITH siapa AS MATERIALIZED (
  SELECT orang_id FROM potret WHERE {siapa}),
lepas AS MATERIALIZED (                                  -- people taken out by a person's decision, with every entry: nothing is asked of them
  SELECT e.orang_id FROM entry e WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s
    AND e.orang_id IN (SELECT orang_id FROM pengecualian WHERE instansi_id = %(instansi)s AND dicabut_run IS NULL)
    AND e.orang_id {dekat}
  GROUP BY 1 HAVING bool_and(e.excluded IS NOT DISTINCT FROM 1)),
hold AS (                                              -- entries that are not done, with the person's school
  SELECT e.id, e.orang_id, e.kind, e.slot, e.sekolah_id, e.keadaan, e.code, p.kepala
  FROM entry e JOIN potret p USING (orang_id)
  WHERE e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s AND e.keadaan NOT IN (1, 8)
    AND e.orang_id {dekat}),
per_school AS (SELECT sekolah_id, count(DISTINCT orang_id) FILTER (WHERE keadaan = 4) AS held,
                      count(DISTINCT orang_id) FILTER (WHERE keadaan = 4 AND NOT kepala) AS teachers FROM hold GROUP BY 1),
per_slot AS (SELECT kind, slot %% 1000 AS slot, count(DISTINCT orang_id) AS held FROM hold WHERE keadaan IN (3, 4) GROUP BY 1, 2),
at_entry AS (
  SELECT c.kode, 'orang' AS tingkat, e.orang_id, NULL::int AS sekolah_id, array_agg(DISTINCT e.slot %% 1000 ORDER BY e.slot %% 1000) AS slots,
         bool_or(e.kind = 2) AS skp, (array_agg(f.detail ORDER BY e.slot))[1] AS detail, min(f.since) AS since, (c.weight > 0)::int AS frees
  FROM finding f JOIN code c ON c.id = f.code JOIN entry e ON e.id = f.ref
  WHERE f.scope = 1 AND f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s AND e.excluded IS DISTINCT FROM 1
    AND e.orang_id {dekat} GROUP BY c.kode, c.weight, e.orang_id),
at_person AS (
  SELECT c.kode, 'orang', f.ref::int, NULL::int, NULL::int[], false, f.detail, f.since, (c.weight > 0)::int
  FROM finding f JOIN code c ON c.id = f.code WHERE f.scope = 2 AND f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s AND f.ref NOT IN (SELECT orang_id FROM lepas)
    AND f.ref {dekat}),
at_school AS (
  SELECT c.kode, 'sekolah', NULL::int, f.ref::int, NULL::int[], false, f.detail, f.since,
         coalesce(CASE WHEN c.kecuali_kepala THEN h.teachers ELSE h.held END, 0)::int
  FROM finding f JOIN code c ON c.id = f.code LEFT JOIN per_school h ON h.sekolah_id = f.ref
  WHERE f.scope = 3 AND f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s),
at_instansi AS (
  SELECT c.kode, 'instansi', NULL::int, NULL::int, CASE WHEN f.ref %% 10000 > 0 THEN ARRAY[(f.ref %% 10000)::int] END, false, f.detail, f.since,
         coalesce((SELECT count(DISTINCT h.orang_id) FROM hold h WHERE c.weight > 0 AND (f.ref %% 1000000 = 0 OR h.kind = f.ref %% 1000000 / 10000)
                   AND (f.ref %% 10000 = 0 OR h.slot %% 1000 = f.ref %% 10000)), 0)::int
  FROM finding f JOIN code c ON c.id = f.code WHERE f.scope = 4 AND f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s),
at_file AS (
  SELECT c.kode, 'berkas', a.orang_id, NULL::int, CASE WHEN b.slot > 0 THEN ARRAY[b.slot::int] END, coalesce(b.kind = 2, false),
         f.detail || jsonb_strip_nulls(jsonb_build_object('nama', b.nama, 'nip', b.nip)), f.since, (c.weight > 0)::int
  FROM finding f JOIN code c ON c.id = f.code LEFT JOIN baris b ON f.scope = 6 AND b.id = f.ref
  LEFT JOIN LATERAL (SELECT orang_id FROM akun WHERE akun.nip = b.nip AND akun.instansi_id = %(instansi)s LIMIT 1) a ON true
  WHERE f.scope IN (5, 6) AND f.tahun = %(tahun)s AND f.instansi_id = %(instansi)s
    AND (a.orang_id IS NULL OR a.orang_id NOT IN (SELECT orang_id FROM lepas))),
press AS (                                                  -- nothing in the way: a button to press (S7, S8), a word to say (M2), or the next sending (M1)
  SELECT c.kode, 'orang', h.orang_id, NULL::int, array_agg(DISTINCT h.slot %% 1000 ORDER BY h.slot %% 1000) FILTER (WHERE h.kind = 3), bool_or(h.kind = 2),
         NULL::jsonb, NULL::date, 1
  FROM hold h JOIN code c ON c.id = h.code WHERE c.kode IN ('S7', 'S8', 'M1', 'M2') AND h.keadaan = CASE c.kode WHEN 'M2' THEN 3 ELSE 2 END GROUP BY c.kode, h.orang_id),
uncompared AS (                                             -- F3: one side was not read for these periods; one line, whoever reads reports acts
  SELECT c.kode, 'instansi', NULL::int, NULL::int, array_agg(DISTINCT h.slot %% 1000 ORDER BY h.slot %% 1000) FILTER (WHERE h.kind = 3), bool_or(h.kind = 2),
         NULL::jsonb, NULL::date, count(DISTINCT h.orang_id)::int
  FROM hold h JOIN code c ON c.id = h.code WHERE h.keadaan = 3 AND c.kode = 'F3' GROUP BY c.kode),
every AS (
  SELECT * FROM at_entry UNION ALL SELECT * FROM at_person UNION ALL SELECT * FROM at_school
  UNION ALL SELECT * FROM at_instansi UNION ALL SELECT * FROM at_file UNION ALL SELECT * FROM press
  UNION ALL SELECT * FROM uncompared)
SELECT x.kode, x.tingkat, x.frees, x.orang_id, s.id AS sekolah_id, p.nip, p.nip_pmm, coalesce(p.nama, x.detail->>'nama') AS nama, coalesce(p.kepala, false) AS kepala,
       s.npsn, s.nama AS sekolah, s.kecamatan, x.slots, x.skp, x.detail, x.since, k.berkas, k.lembar[(x.detail->>'lembar')::int + 1] AS lembar,
       (x.detail->>'baris')::int AS baris
FROM every x LEFT JOIN potret p ON p.orang_id = x.orang_id LEFT JOIN sekolah s ON s.id = coalesce(x.sekolah_id, p.sekolah_id)
LEFT JOIN batch k ON k.id = (x.detail->>'batch')::int
WHERE {milik} OR x.tingkat = 'instansi';
