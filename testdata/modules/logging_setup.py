import asyncio
import logging
import sys

logger = logging.getLogger("app")


class ListHandler(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.levelname[0]}|{record.name}|{record.getMessage()}")


async def fetch(url: str) -> int:
    log = logging.getLogger("app.fetch")
    log.debug("fetching %s", url)
    await asyncio.sleep(0)
    if "bad" in url:
        log.error("cannot fetch %r", url)
        raise ConnectionError(url)
    log.info("fetched %s (%d bytes, %.1f%%)", url, len(url) * 10, 99.5)
    return len(url)


async def main() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
    memory = ListHandler()
    memory.setLevel(logging.WARNING)
    logger.addHandler(handler)
    logger.addHandler(memory)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logger.warning("starting %s", "up")
    results = await asyncio.gather(fetch("http://a"), fetch("http://bad"), return_exceptions=True)
    logger.info("results: %s", results)
    logging.getLogger("app.fetch").setLevel(logging.WARNING)
    await fetch("http://quiet")
    logger.log(logging.CRITICAL, "meltdown at %d", 42)
    print(memory.records)
    print(logger.isEnabledFor(logging.DEBUG), logging.getLogger("app.fetch").getEffectiveLevel(), logging.getLevelName(30))
    handler.setFormatter(logging.Formatter("{levelname}:{message}", style="{"))
    logger.info("new style")
    logger.removeHandler(memory)
    logger.disabled = True
    logger.error("not shown")
    logger.disabled = False
    try:
        1 / 0
    except ZeroDivisionError:
        logger.error("division failed: %s", sys.exc_info()[0].__name__)


asyncio.run(main())
