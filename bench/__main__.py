"""`python -m bench [--guru N] [--ulang N] [--rinci]`: measure, print a table, write `bench/hasil.json`.

It reports and never fails: every figure stands beside its bar. Ratios are taken within one repetition.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from bench import ukur_batas, ukur_lagi, ukur_masuk, ukur_rekap, ukur_tahap
from bench.hasil import simpan, tabel
from bench.panggung import dibuka

UKUR = (ukur_batas, ukur_masuk, ukur_tahap, ukur_rekap, ukur_lagi)  # the file comes again on another day


def main() -> None:
    """Run every measure so often, in turn, and tell the medians."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Mengukur kecepatan Selaras.")
    parser.add_argument("--guru", type=int, default=100_000, help="banyak guru (bawaan 100000)")
    parser.add_argument("--ulang", type=int, default=3, help="banyak ulangan (bawaan 3)")
    parser.add_argument("--rinci", action="store_true", help="cetak perintah basis data yang terlama")
    parser.add_argument("--keluar", type=Path, default=Path(__file__).parent / "hasil.json", help="berkas JSON")
    pilihan = parser.parse_args()
    mulai = time.perf_counter()
    with dibuka(pilihan.guru, rinci=pilihan.rinci) as panggung:
        for ulangan in range(1, pilihan.ulang + 1):
            for ukur in UKUR:
                kata = ukur.__name__.rpartition("_")[2]
                print(f"[{time.perf_counter() - mulai:5.0f} s] ulangan {ulangan}: {kata} ...", flush=True)
                ukur.jalan(panggung)
            semua = [ukuran for ukur in UKUR for ukuran in ukur.nilai(panggung)]
            simpan(pilihan.keluar, semua, {"guru": pilihan.guru, "ulang": ulangan})
    print(tabel(semua))


if __name__ == "__main__":
    main()
