# asyncio.base_events: where CPython defines these names of asyncio.
from asyncio import (
    BaseEventLoop as BaseEventLoop,
)
