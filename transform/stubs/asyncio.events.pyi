# asyncio.events: where CPython defines these names of asyncio.
from asyncio import (
    AbstractEventLoop as AbstractEventLoop,
    Handle as Handle,
    TimerHandle as TimerHandle,
    get_event_loop as get_event_loop,
    get_running_loop as get_running_loop,
    new_event_loop as new_event_loop,
    set_event_loop as set_event_loop,
)
