import asyncio


async def fail(kind: type[Exception], message: str, delay: float = 0) -> None:
    await asyncio.sleep(delay)
    raise kind(message)


async def work(name: str) -> str:
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return name


def show(group: BaseExceptionGroup, depth: int = 0) -> None:
    print("  " * depth + f"{type(group).__name__}: {group.message} ({len(group.exceptions)})")
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            show(error, depth + 1)
        else:
            print("  " * (depth + 1) + repr(error))


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError, "one"))
            group.create_task(fail(KeyError, "two"))
            group.create_task(work("third"))
    except* ValueError as errors:
        print("values:", errors.exceptions)
    except* (KeyError, OSError) as errors:
        print("lookups:", errors.exceptions, errors)
    else:
        print("never")
    finally:
        print("finally")

    try:
        raise ExceptionGroup("all", [
            ValueError(1), ExceptionGroup("inner", [TypeError("t"), ValueError(2)]), OSError("disk"),
        ])
    except ExceptionGroup as error:
        show(error)
        match, rest = error.split(ValueError)
        show(match)
        show(rest)
        print(error.subgroup(lambda e: isinstance(e, OSError)), error.subgroup(KeyError))
        print(error, repr(error.derive([ValueError()])))

    try:
        try:
            raise ExceptionGroup("partly", [ValueError("v"), TypeError("t")])
        except* TypeError as errors:
            print("handled", [str(e) for e in errors.exceptions])
    except ExceptionGroup as rest_group:
        show(rest_group)

    try:
        raise ValueError("naked")
    except* ValueError as errors:
        show(errors)

    try:
        try:
            raise ExceptionGroup("g", [KeyError("k")])
        except* KeyError:
            raise RuntimeError("from handler")
    except Exception as error:
        print(repr(error), repr(error.__context__))
    for bad in (lambda: ExceptionGroup("empty", []), lambda: ExceptionGroup("x", [1])):
        try:
            bad()
        except (ValueError, TypeError) as error:
            print(error)


asyncio.run(main())
