import asyncio
import os
import os.path
import sys
import time


async def measure(seconds: float) -> bool:
    start = time.monotonic()
    await asyncio.sleep(seconds)
    return time.monotonic() - start >= seconds * 0.9


async def main() -> None:
    print(await measure(0.02), time.perf_counter() <= time.perf_counter(), time.time() > 1_600_000_000, time.time_ns() > 10 ** 18)
    print(os.path.join("a", "b", "c.txt"), os.path.join("a", "/b"), os.path.basename("/x/y.tar.gz"), os.path.dirname("/x/y"), os.path.splitext("a.tar.gz"))
    print(os.path.normpath("a/./b/../c"), os.path.isabs("/x"), os.path.split("/a/b"), os.path.exists("/definitely/not/here"), os.sep, os.linesep == "\n")
    os.environ["GOLDEN_TEST"] = "yes"
    print(os.environ["GOLDEN_TEST"], os.environ.get("NOT_SET_ANYWHERE"), os.getenv("NOT_SET_ANYWHERE", "default"), "GOLDEN_TEST" in os.environ)
    try:
        os.environ["NOT_SET_ANYWHERE"]
    except KeyError as error:
        print("KeyError", error)
    print(sys.maxsize, sys.byteorder, sys.version_info >= (3, 13), sys.version_info.major, sys.argv[1:], sys.getrecursionlimit() >= 1000)
    print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.gmtime(86400).tm_mday)
    try:
        open("/definitely/not/here.txt")
    except FileNotFoundError as error:
        print(error, error.errno, error.filename)
    try:
        sys.exit("fatal: stopping")
    except SystemExit as error:
        print("caught", error.code)
    print("written to stderr", file=sys.stderr)
    sys.stdout.flush()
    try:
        await asyncio.sleep(0)
    finally:
        print("leaving with 4")
        sys.exit(4)


asyncio.run(main())
