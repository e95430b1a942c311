"""How fast Selaras is, as ratios within one run: `python -m bench`, or `make bench`."""
