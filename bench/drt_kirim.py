"""Run by bench.kirim in an environment with drt-core: its REST destination sends the rows, in batches of 500."""

import json
import sys
import time
from pathlib import Path

from drt.config.models import RestApiDestinationConfig, SyncOptions  # type: ignore[import-not-found]  # see above
from drt.destinations.rest_api import RestApiDestination  # type: ignore[import-not-found]  # see above


def main() -> None:
    """Send and print the seconds."""
    job = json.loads(Path(sys.argv[1]).read_text())
    config = RestApiDestinationConfig.model_validate({
        "type": "rest_api",
        "url": job["url"],
        "method": "POST",
        "headers": {"Content-Type": "application/json", "Authorization": f"Bearer {job['token']}"},
        "body_mode": "batch",
        "batch_template": '{"operasi": {{ rows | tojson }}}',
        "max_records_per_request": 500,
        "rate_limit": {"requests_per_second": 100000},
    })  # fmt: skip
    mulai = time.perf_counter()
    done = RestApiDestination().load(job["rows"], config, SyncOptions())
    print(done.success, done.failed, time.perf_counter() - mulai)


if __name__ == "__main__":
    main()
