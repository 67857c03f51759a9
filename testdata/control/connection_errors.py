"""Exceptions derived from OSError, which takes its arguments apart."""
import asyncio


class NetworkError(ConnectionError):
    def __init__(self, host, port=80):
        super().__init__(f"cannot reach {host}:{port}")
        self.host = host
        self.port = port


class Refused(NetworkError):
    retry = False


class Quiet(OSError):
    def __init__(self, code):
        self.code = code


class Numbered(OSError):
    def __init__(self, code, what):
        super().__init__(code, what, "file.txt")


class Plain(TimeoutError):
    pass


class Made(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__("not", "these")


async def fetch(n):
    await asyncio.sleep(0)
    match n:
        case 0:
            raise NetworkError("db")
        case 1:
            raise Refused("cache", port=6379)
        case 2:
            raise Quiet(7)
        case 3:
            raise Numbered(2, "gone")
        case 4:
            raise Plain(110, "late")
        case 5:
            raise Made(13, "locked")
    return n


async def main():
    for result in await asyncio.gather(*map(fetch, range(7)), return_exceptions=True):
        if isinstance(result, OSError):
            print(type(result).__name__, str(result), repr(result), result.args, result.errno, result.strerror, result.filename)
        else:
            print(result)
    try:
        await fetch(1)
    except NetworkError as e:
        print(e.host, e.port, e.retry, isinstance(e, ConnectionError))


asyncio.run(main())
