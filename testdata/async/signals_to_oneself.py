import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def on_signal(name):
        print("got", name)
        stop.set()

    for name in ("SIGUSR1", "SIGTERM"):
        loop.add_signal_handler(getattr(signal, name), on_signal, name)
    os.kill(os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("stopped")
    try:
        os.kill(2 ** 22 + 5, 0)
    except ProcessLookupError as e:
        print(type(e).__name__, e)


asyncio.run(main())
