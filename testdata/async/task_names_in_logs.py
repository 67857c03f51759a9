import asyncio, logging, sys
from collections import OrderedDict
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(taskName)s %(message)s")
async def work(n):
    logging.info("working %d", n)
    await asyncio.sleep(0)
    logging.warning("done %d", n)
async def main():
    async with asyncio.TaskGroup() as tg:
        for i in range(2):
            tg.create_task(work(i), name=f"w{i}")
    logging.info("main")
asyncio.run(main())
logging.info("outside")
o = OrderedDict(a=1); o["o"] = o; print(o)
