-- NIPs that two accounts of one system claim with different NIK: never used to link (N5).
CREATE TEMP TABLE sengketa ON COMMIT DROP AS
SELECT nip FROM akun WHERE instansi_id = %(instansi)s AND nip IS NOT NULL AND sistem IN (1, 3, 4) AND terdaftar AND NOT usang
GROUP BY sistem, nip HAVING count(*) > 1 AND count(DISTINCT nik) > 1;
