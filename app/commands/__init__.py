"""What people type: one module a noun. A command loads what it needs when it is called, so `--help` costs nothing."""
