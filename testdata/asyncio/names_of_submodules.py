import asyncio
import asyncio.exceptions
from asyncio.exceptions import CancelledError, TimeoutError as ATimeout
from asyncio import events, tasks
from asyncio.queues import Queue, QueueEmpty
from asyncio.events import get_running_loop
import asyncio.locks as locks

async def main():
    q: Queue[int] = Queue()
    try:
        q.get_nowait()
    except asyncio.queues.QueueEmpty as e:
        print(repr(e))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(1)
    except asyncio.exceptions.TimeoutError as e:
        print(type(e).__name__, isinstance(e, ATimeout))
    t = tasks.create_task(asyncio.sleep(1))
    t.cancel()
    try:
        await t
    except CancelledError:
        print("cancelled", t.cancelled())
    lock = locks.Lock()
    async with lock:
        print(lock.locked(), events.get_running_loop() is get_running_loop())

asyncio.run(main())
