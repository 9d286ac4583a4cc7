"""A platform within this process: for tests, and for whoever tries the service without any court."""
