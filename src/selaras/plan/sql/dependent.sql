-- Nothing is planned that the target would refuse for want of what stands before it: the head's SKP, the person's own SKP.
UPDATE calon c SET tinggal = 'kepala_belum'
WHERE c.kind = 2 AND NOT c.tarik AND c.pangkat = 2 AND c.tinggal IS NULL
  AND EXISTS (SELECT FROM potret k WHERE k.sekolah_id = c.sekolah_id AND k.kepala AND k.aktif)
  AND NOT EXISTS (SELECT FROM entry e JOIN potret k USING (orang_id)
                  WHERE k.sekolah_id = c.sekolah_id AND k.kepala AND e.tahun = %(tahun)s AND e.kind = 2 AND e.target_id IS NOT NULL)
  AND NOT EXISTS (SELECT FROM entry e WHERE e.sekolah_id = c.sekolah_id AND e.tahun = %(tahun)s AND e.kind = 2 AND e.target_id IS NOT NULL AND e.plt)
  AND NOT EXISTS (SELECT FROM calon k WHERE k.sekolah_id = c.sekolah_id AND k.kind = 2 AND k.pangkat = 1 AND NOT k.tarik AND k.tinggal IS NULL);

UPDATE calon c SET tinggal = 'skp_belum'
WHERE c.kind = 3 AND NOT c.tarik AND c.tinggal IS NULL
  AND NOT EXISTS (SELECT FROM entry e WHERE e.orang_id = c.orang_id AND e.tahun = %(tahun)s AND e.kind = 2 AND e.target_id IS NOT NULL)
  AND NOT EXISTS (SELECT FROM calon k WHERE k.orang_id = c.orang_id AND k.kind = 2 AND NOT k.tarik AND k.tinggal IS NULL);
