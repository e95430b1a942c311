-- The NIP of somebody else.
SELECT coalesce(p.nip, p.nip_pmm)
FROM potret p JOIN instansi i ON i.id = p.instansi_id AND i.jenis = 'latihan'
WHERE coalesce(p.nip, p.nip_pmm) <> %(nip)s
ORDER BY p.orang_id
LIMIT 1
