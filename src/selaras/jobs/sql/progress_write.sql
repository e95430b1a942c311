UPDATE kemajuan SET tahap = %(tahap)s, sudah = %(sudah)s, jumlah = %(jumlah)s, diperbarui = now(),
       tahap_mulai = CASE WHEN tahap = %(tahap)s THEN tahap_mulai ELSE now() END
WHERE id = %(id)s
