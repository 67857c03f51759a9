# asyncio.runners: where CPython defines these names of asyncio.
from asyncio import (
    Runner as Runner,
    run as run,
)
