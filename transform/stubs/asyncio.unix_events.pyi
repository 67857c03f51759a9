# asyncio.unix_events: where CPython defines these names of asyncio.
from asyncio import (
    EventLoop as EventLoop,
    SelectorEventLoop as SelectorEventLoop,
)
