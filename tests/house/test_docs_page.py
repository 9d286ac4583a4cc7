"""The page `/docs` works on a machine that reaches no other host."""

import re

import httpx

from app.routers.site import build

WITH_HOST = re.compile(r"""(?:https?:)?//[\w.-]+""")
ASSET = re.compile(r"""(?:src|href)="([^"]+)\"""")


async def test_the_page_names_no_other_host_and_what_it_loads_is_there():
    transport = httpx.ASGITransport(build(steerable=False, lifespan=None))
    async with httpx.AsyncClient(transport=transport, base_url="http://sutiao") as client:
        page = await client.get("/docs")
        assets = [await client.get(address) for address in ASSET.findall(page.text)]
        contract = await client.get("/openapi.json")
        missing = await client.get("/docs/assets/nothing.js")

    assert page.status_code == 200
    assert WITH_HOST.findall(page.text) == []
    assert [asset.status_code for asset in assets] == [200, 200, 200]
    assert [asset.headers["content-type"].split(";")[0].split("/")[-1] for asset in assets] == [
        "css",
        "png",
        "javascript",
    ]
    assert contract.json()["openapi"].startswith("3.1")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
