-- The people of a school with entries there: how many are done, the fingerprint of both sides, and whose word on it still holds.
WITH isi AS (
  SELECT e.orang_id, p.nama, p.kepala, count(*) AS isian, count(*) FILTER (WHERE e.keadaan = 1) AS sama, count(*) FILTER (WHERE e.keadaan IN (1, 8)) AS selesai
  FROM entry e JOIN potret p ON p.orang_id = e.orang_id AND p.sekolah_id = e.sekolah_id
  WHERE e.sekolah_id = %(sekolah)s AND e.tahun = %(tahun)s AND e.instansi_id = %(instansi)s GROUP BY 1, 2, 3),
jejak AS (SELECT j.orang_id, j.terhadap FROM jejak_orang(ARRAY(SELECT orang_id FROM isi), %(tahun)s::int) j WHERE j.apa = 'diverifikasi'),
kata AS (
  SELECT DISTINCT ON (n.orang_id, n.apa) n.orang_id, n.apa, n.oleh, n.pada
  FROM pernyataan n JOIN jejak j ON j.orang_id = n.orang_id AND j.terhadap = n.terhadap
  WHERE n.tahun = %(tahun)s AND (n.apa = 'benar' AND n.oleh_orang = n.orang_id OR n.apa = 'diverifikasi' AND n.sebagai = ANY (%(pemeriksa)s::text[]))
  ORDER BY n.orang_id, n.apa, n.id DESC)
SELECT isi.orang_id, isi.nama, isi.kepala, isi.isian::int, isi.sama::int, isi.selesai::int, jejak.terhadap AS jejak, b.pada AS benar_pada, v.pada AS diverifikasi_pada,
  v.oleh AS diverifikasi_oleh
FROM isi JOIN jejak USING (orang_id) LEFT JOIN kata b ON b.orang_id = isi.orang_id AND b.apa = 'benar' LEFT JOIN kata v ON v.orang_id = isi.orang_id AND v.apa = 'diverifikasi'
ORDER BY isi.kepala DESC, isi.nama, isi.orang_id
