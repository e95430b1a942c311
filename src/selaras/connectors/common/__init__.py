"""What the connectors share: keys, columns, dates, headings, one row at a time. Knows no outside system."""
