"""What a question about one school or one person leaves open in the queries: `{di_sekolah}`, `{siapa}` and the like."""

from __future__ import annotations

from typing import LiteralString

OWN_SCHOOL: LiteralString = "sekolah_id = (SELECT sekolah_id FROM potret WHERE orang_id = %(orang)s)"


def di_sekolah(sekolah: int | None) -> LiteralString:
    """Say which entries `e` are asked for: those of a school, or all."""
    return "true" if sekolah is None else "e.sekolah_id = %(sekolah)s"


def dekat(sekolah: int | None, orang: int | None) -> dict[str, LiteralString]:
    """Say who is near enough to count, how an id is held against them, which findings `x` at school `s` are meant."""
    near: list[LiteralString] = []
    own: list[LiteralString] = []
    if sekolah is not None:
        near.append("sekolah_id = %(sekolah)s")
        own.append("s.id = %(sekolah)s")
    if orang is not None:
        near.append(f"orang_id = %(orang)s OR {OWN_SCHOOL}")
        own.append(f"(x.orang_id = %(orang)s OR x.{OWN_SCHOOL})")
    return {
        "siapa": " OR ".join(near) or "false",
        "dekat": "= ANY (ARRAY(SELECT orang_id FROM siapa))" if near else "IS NOT NULL",
        "milik": " AND ".join(own) or "true",
    }
