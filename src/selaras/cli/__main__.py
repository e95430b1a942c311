"""`python -m selaras.cli`: the command line, where no script is installed."""

from selaras.cli.main import main

if __name__ == "__main__":
    main()
