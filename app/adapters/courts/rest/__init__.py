"""JSON over HTTP: pushed into the inbox or fetched from a list, under signatures whose layout is configuration."""
