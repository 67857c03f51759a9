# asyncio.futures: where CPython defines these names of asyncio.
from asyncio import (
    Future as Future,
    isfuture as isfuture,
    wrap_future as wrap_future,
)
