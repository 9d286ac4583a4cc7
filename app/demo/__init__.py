"""The demonstration: real cases played end to end between separate processes."""

from app.demo.forever import run_forever
from app.demo.play import run_demo

__all__ = ["run_demo", "run_forever"]
