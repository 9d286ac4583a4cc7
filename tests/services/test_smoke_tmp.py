import asyncio, time, cProfile, pstats
from tests.factories import *
async def test_smoke(engine):
    ports = ports_on(engine)
    world = await a_world(ports)
    async def one():
        return await opened(ports, world)
    for _ in range(50): await one()
    N=500
    s=time.perf_counter(); p=time.process_time()
    ids=[await one() for _ in range(N)]
    print("create", (time.perf_counter()-s)/N*1e3,"ms", (time.process_time()-p)/N*1e3,"ms cpu")
    for i in ids[:50]: await moved(ports, world.centre, i, ACCEPT)
    s=time.perf_counter(); p=time.process_time()
    for i in ids[50:450]: await moved(ports, world.centre, i, ACCEPT)
    print("accept", (time.perf_counter()-s)/400*1e3,"ms", (time.process_time()-p)/400*1e3,"ms cpu")
    s=time.perf_counter(); p=time.process_time()
    await asyncio.gather(*[one() for _ in range(N)])
    print("create x4", (time.perf_counter()-s)/N*1e3,"ms", (time.process_time()-p)/N*1e3,"ms cpu")
    pr=cProfile.Profile(); pr.enable()
    for _ in range(300): await one()
    pr.disable(); pstats.Stats(pr).sort_stats("tottime").print_stats(28)
