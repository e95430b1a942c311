"""The simulator: a proxy in front of the API that does on purpose what networks and servers do by accident."""
