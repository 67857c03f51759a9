import asyncio
import re
from typing import Any


class TemplateError(Exception):
    pass


class Template:
    token = re.compile(r"({{.*?}}|{%.*?%})")

    def __init__(self, source: str) -> None:
        self.parts = self.token.split(source)

    async def render(self, **context: Any) -> str:
        out, index = await self._block(0, context, ())
        return out

    async def _block(self, i: int, context: dict[str, Any], until: tuple[str, ...]) -> tuple[str, int]:
        out: list[str] = []
        while i < len(self.parts):
            part = self.parts[i]
            if part.startswith("{{"):
                out.append(str(await self._value(part[2:-2].strip(), context)))
            elif part.startswith("{%"):
                words = part[2:-2].split()
                if words[0] in until:
                    return "".join(out), i
                if words[0] == "for":
                    _, name, _, expr = words
                    end = i
                    for item in await self._value(expr, context):
                        text, end = await self._block(i + 1, {**context, name: item}, ("end",))
                        out.append(text)
                    i = end
                elif words[0] == "if":
                    truth = bool(await self._value(words[1], context))
                    text, i = await self._block(i + 1, context, ("end", "else"))
                    if self.parts[i] and "else" in self.parts[i]:
                        other, i = await self._block(i + 1, context, ("end",))
                        text = text if truth else other
                    elif not truth:
                        text = ""
                    out.append(text)
                else:
                    raise TemplateError(f"unknown tag {words[0]}")
            else:
                out.append(part)
            i += 1
        if until:
            raise TemplateError(f"missing {until[0]}")
        return "".join(out), i

    async def _value(self, expr: str, context: dict[str, Any]) -> Any:
        path, *filters = [p.strip() for p in expr.split("|")]
        value: Any = context
        for name in path.split("."):
            try:
                value = value[name] if isinstance(value, dict) else getattr(value, name)
            except (KeyError, AttributeError) as error:
                raise TemplateError(f"no {name} in {path}") from error
        if callable(value):
            value = value()
        if asyncio.iscoroutine(value):
            value = await value
        for f in filters:
            value = {"upper": str.upper, "len": len, "title": str.title}[f](value)
        return value


class User:
    def __init__(self, name: str, admin: bool = False) -> None:
        self.name = name
        self.admin = admin

    async def score(self) -> int:
        await asyncio.sleep(0)
        return len(self.name) * 7


async def main() -> None:
    page = Template("Hi {{ who.name|upper }}!{% for u in users %}\n- {{ u.name }}: {{ u.score }}{% if u.admin %} *{% else %}.{% end %}{% end %}\n{{ users|len }} users")
    users = [User("ann", True), User("bob"), User("christopher")]
    print(await page.render(who=users[1], users=users))
    for bad in ["{{ missing }}", "{% for x in users %}", "{% jump %}", "{{ who.age }}"]:
        try:
            await Template(bad).render(users=[1], who=users[0])
        except TemplateError as error:
            print("error:", error, type(error.__cause__).__name__)


asyncio.run(main())
