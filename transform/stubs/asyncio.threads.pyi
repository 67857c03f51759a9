# asyncio.threads: where CPython defines these names of asyncio.
from asyncio import (
    to_thread as to_thread,
)
