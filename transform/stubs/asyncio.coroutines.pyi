# asyncio.coroutines: where CPython defines these names of asyncio.
from asyncio import (
    iscoroutine as iscoroutine,
    iscoroutinefunction as iscoroutinefunction,
)
