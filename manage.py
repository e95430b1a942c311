#!/usr/bin/env python
"""Django's own commands over the data folder SELARAS_DATA, e.g. `SELARAS_HTTPS=1 python manage.py check --deploy`."""

from selaras.portal.perintah import main

if __name__ == "__main__":
    main()
