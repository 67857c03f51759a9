import asyncio
import itertools


async def spin(message: str, done: asyncio.Event) -> int:
    frames = 0
    for char in itertools.cycle("|/-"):
        frames += 1
        try:
            await asyncio.wait_for(done.wait(), 0.005)
            break
        except asyncio.TimeoutError:
            pass
    return frames


async def slow() -> int:
    await asyncio.sleep(0.04)
    return 42


async def supervisor() -> int:
    done = asyncio.Event()
    spinner = asyncio.create_task(spin("thinking!", done))
    result = await slow()
    done.set()
    frames = await spinner
    print("spun more than twice:", frames > 2)
    return result


def main() -> None:
    print("Answer:", asyncio.run(supervisor()))


if __name__ == "__main__":
    main()
