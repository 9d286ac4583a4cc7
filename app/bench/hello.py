"""The least that FastAPI can answer: one route, one small object. Run as `python -m app.bench.hello PORT`."""

import sys

from fastapi import FastAPI

from app.bench.floor import serve


def make_app() -> FastAPI:
    """An application with one route, `/hello`."""
    app = FastAPI()

    @app.get("/hello")
    async def hello() -> dict[str, str]:
        return {"hello": "world"}

    return app


if __name__ == "__main__":
    serve(make_app(), int(sys.argv[1]))
