import asyncio
from contextlib import contextmanager


class Editor:
    def __init__(self) -> None:
        self.text = "draft"
        self.saved: list[str] = []

    @contextmanager
    def transaction(self):
        before = self.text
        try:
            yield self
        except BaseException as error:
            self.text = before
            print(f"rolled back after {type(error).__name__}")
            raise
        else:
            self.saved.append(self.text)

    async def type(self, text: str, delay: float = 0) -> None:
        for ch in text:
            self.text += ch
            await asyncio.sleep(delay)


async def edit(editor: Editor, text: str, delay: float = 0, fail: bool = False) -> str:
    with editor.transaction() as e:
        await e.type(text, delay)
        if fail:
            raise ValueError("spelling")
    return e.text


async def main() -> None:
    editor = Editor()
    print(await edit(editor, " one"))
    task = asyncio.create_task(edit(editor, " two", delay=10))
    await asyncio.sleep(0)
    print(repr(editor.text))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", repr(editor.text))
    try:
        await edit(editor, " three", fail=True)
    except ValueError as error:
        print(error, repr(editor.text))
    try:
        await asyncio.wait_for(edit(editor, "!!!", delay=1), 0.01)
    except TimeoutError:
        print("timeout:", repr(editor.text))
    print(editor.saved)


asyncio.run(main())
