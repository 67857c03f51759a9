"""Records of several kinds in one list, read by attributes that they share."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Deposit:
    account: str
    amount: int
    tags: list[str] = field(default_factory=list)

    def describe(self, prefix: str = "") -> str:
        return f"{prefix}deposit {self.amount} to {self.account}"

    @property
    def sign(self) -> int:
        return 1


@dataclass
class Withdrawal:
    account: str
    amount: float
    fee: float = 0.25

    def describe(self, prefix: str = "") -> str:
        return f"{prefix}withdraw {self.amount:.2f} from {self.account}"

    @property
    def sign(self) -> int:
        return -1

    async def settle(self, delay: float) -> str:
        await asyncio.sleep(delay)
        return f"settled {self.account}"


class Note:
    def __init__(self, text: str) -> None:
        self.text = text
        self.account = "-"


def summary(items):
    for item in items:
        yield item.account, getattr(item, "amount", None), hasattr(item, "fee")


def mark(item, name):
    item.account = item.account.upper()
    return getattr(item, name, "?")


async def main() -> None:
    log = [Deposit("ann", 5, ["cash"]), Withdrawal("bob", 2.5), Note("closed early"), Deposit("cid", 7)]
    for row in summary(log):
        print(*row)
    total = 0.0
    for item in log:
        if hasattr(item, "sign"):
            total += item.sign * item.amount
            print(item.describe(), "|", item.describe(prefix="> "))
        else:
            print(item.text, type(item).__name__)
    print(f"{total:.2f}")
    for item in log:
        try:
            print(item.fee)
        except AttributeError as e:
            print(e)
    for name in ("text", "account", "missing"):
        print(mark(log[2], name), log[2].account)
    pending = [item.settle(0.001) for item in log if hasattr(item, "settle")]
    print(await asyncio.gather(*pending))
    log[0].tags.append("late")
    print([getattr(item, "tags", []) for item in log])
    results = await asyncio.gather(*(refuse(item) for item in log), return_exceptions=True)
    for result in results:
        match result:
            case Deposit(account=name, amount=amount):
                print("kept", name, amount)
            case ValueError() as error:
                print("refused", error)
            case other:
                print("other", type(other).__name__)


async def refuse(item):
    if isinstance(item, Withdrawal):
        raise ValueError(item.amount)
    await asyncio.sleep(0)
    return item


asyncio.run(main())
