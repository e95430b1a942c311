"""Schools x five steps as one picture that can be passed on: no name of a person, no number of one."""
