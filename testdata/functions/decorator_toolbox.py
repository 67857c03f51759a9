import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import Any


def logged(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        shown = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"-> {func.__name__}({', '.join(shown)})")
        result = func(*args, **kwargs)
        print(f"<- {result!r}")
        return result

    return wrapper


def retry(times: int, on: type[Exception] = Exception) -> Callable[..., Any]:
    def decorate(func: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        @functools.wraps(func)
        async def wrapper(*args: Any, **kwargs: Any) -> Any:
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, **kwargs)
                except on as error:
                    print(f"{func.__name__}: attempt {attempt} failed: {error}")
                    await asyncio.sleep(0)
            raise RuntimeError(f"{func.__name__} gave up after {times}")

        return wrapper

    return decorate


registry: dict[str, Callable[..., Any]] = {}


def command(name):
    def add(func):
        registry[name] = func
        return func

    return add


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.func(*args)


@logged
def area(width: float, height: float = 1.0) -> float:
    """Area of a rectangle."""
    return width * height


failures = iter([ValueError("bad luck"), ValueError("again"), None, KeyError("odd")])


@retry(3, on=ValueError)
async def flaky(name: str) -> str:
    error = next(failures)
    if error is not None:
        raise error
    return f"{name} worked"


@command("add")
def add(a, b):
    return a + b


@command("mul")
@logged
def mul(a, b):
    return a * b


@CountCalls
def hello(name):
    return f"hello {name}"


async def main() -> None:
    area(3, height=2)
    print(area.__name__, area.__doc__)
    print(await flaky("job"), flaky.__name__)
    try:
        await flaky("other")
    except KeyError as error:
        print("not retried:", error)
    print(sorted(registry), registry["add"](2, 3), registry["mul"]("ab", 2))
    print(hello("a"), hello("b"), hello.calls, hello.__name__)

    @functools.lru_cache(maxsize=None)
    def fib(n: int) -> int:
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    print(fib(60), fib.cache_info())
    double = functools.partial(mul, 2)
    print(double(21))
    print(functools.reduce(lambda a, b: a * b, range(1, 7)), functools.reduce(add, ["x", "y"], "_"))


asyncio.run(main())
