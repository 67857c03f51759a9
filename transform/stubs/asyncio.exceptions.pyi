# asyncio.exceptions: where CPython defines these names of asyncio.
from asyncio import (
    BrokenBarrierError as BrokenBarrierError,
    CancelledError as CancelledError,
    InvalidStateError as InvalidStateError,
    SendfileNotAvailableError as SendfileNotAvailableError,
    TimeoutError as TimeoutError,
)
