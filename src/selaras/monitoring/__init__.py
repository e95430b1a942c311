"""Where everybody stands: what the command line, the papers and the pages show."""
