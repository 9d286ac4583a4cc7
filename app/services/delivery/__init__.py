"""Delivering webhooks: take heads of lanes under a lease, send with no transaction open, settle what came of it."""
