import asyncio
import logging
import sys
from functools import partialmethod

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
log = logging.getLogger("pool")


class ConnectionLog(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['conn']}] {msg}", kwargs


async def serve(conn):
    adapter = ConnectionLog(log, {"conn": conn})
    adapter.info("opened by %s", "me")
    adapter.debug("not shown")
    await asyncio.sleep(0)
    adapter.warning("closing")
    print(adapter, adapter.isEnabledFor(logging.DEBUG))


async def main():
    await asyncio.gather(serve(1), serve(2))


asyncio.run(main())

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))
audit = logging.getLogger("audit")
audit.addHandler(handler)
audit.propagate = False
plain = logging.LoggerAdapter(audit, {"user": "ann"})
plain.info("logged in %d times", 3)
plain.setLevel(logging.ERROR)
plain.info("hidden")
plain.error("denied")


class Cell:
    def __init__(self):
        self._alive = False

    @property
    def alive(self):
        return self._alive

    def set_state(self, state, note=""):
        self._alive = bool(state)
        return f"{state}{note}"

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, note="!")


c = Cell()
print(c.alive, c.set_alive(), c.alive, c.set_dead(), c.alive, c.set_alive(note="?"))
