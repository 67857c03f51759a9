# asyncio.taskgroups: where CPython defines these names of asyncio.
from asyncio import (
    TaskGroup as TaskGroup,
)
