import time, asyncio, structlog, io
from fastapi import FastAPI
from app import log
from tests.api.callers import done
async def call(app, path, query=b"", headers=()):
    out=[]
    async def receive(): return {"type":"http.request","body":b"","more_body":False}
    async def send(m): out.append(m)
    await app({"type":"http","asgi":{"version":"3.0"},"http_version":"1.1","method":"GET","path":path,"raw_path":path.encode(),"root_path":"","scheme":"http","query_string":query,"headers":list(headers),"client":("127.0.0.1",1),"server":("127.0.0.1",80)}, receive, send)
    return out
async def bench(app, n=3000, **k):
    for _ in range(200): await call(app, **k)
    best=1e9
    for _ in range(3):
        t=time.perf_counter()
        for _ in range(n): await call(app, **k)
        best=min(best,(time.perf_counter()-t)/n)
    return best*1e6
async def test_perf(api):
    f=open("/dev/null","wb")
    log.configure("info", json=True, stream=f)
    hello=FastAPI()
    @hello.get("/")
    async def h(): return {"message":"hello"}
    await api.delegated(); await api.place(); await asyncio.sleep(0.3)
    page=await done(api.as_court().get("/v1/events"))
    key=api.as_court().key.encode()
    hd=[(b"host",b"x"),(b"authorization",b"Bearer "+key),(b"accept",b"*/*")]
    r=await call(api.app,"/v1/events",b"after="+page["next"].encode(),hd); print(r)
    a=await bench(hello, path="/", headers=[(b"host",b"x"),(b"accept",b"*/*")])
    b=await bench(api.app, path="/v1/events", query=b"after="+page["next"].encode(), headers=hd)
    c=await bench(api.app, path="/livez", headers=hd)
    d=await bench(api.app, n=500, path="/v1/referrals", headers=hd)
    print("PERF hello us",a,"feed",b,"livez",c,"list",d)
    log.configure("error", json=True, stream=f)
    b=await bench(api.app, path="/v1/events", query=b"after="+page["next"].encode(), headers=hd)
    print("PERF feed without log", b)
    import cProfile,pstats
    log.configure("info", json=True, stream=f)
    p=cProfile.Profile(); p.enable()
    for _ in range(2000): await call(api.app, path="/v1/events", query=b"after="+page["next"].encode(), headers=hd)
    p.disable(); s=io.StringIO(); pstats.Stats(p,stream=s).sort_stats("tottime").print_stats(28); print(s.getvalue())
