"""The law as values and pure functions: identifiers, ratings, periods, cycles, angka kredit.

Nothing here reads a clock, a database or a setting; dates come in as arguments, results go out as values.
Rules are data with a date and a source, so that a past year is judged by the rule of its year.
"""
