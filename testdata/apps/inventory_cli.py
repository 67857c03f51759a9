"""A little shell-like tool with arguments: inventory FILE-less demo."""
import sys


class UsageError(Exception):
    pass


def parse_args(argv):
    options = {"verbose": False, "limit": None}
    rest = []
    it = iter(argv)
    for arg in it:
        if arg in ("-v", "--verbose"):
            options["verbose"] = True
        elif arg == "--limit":
            try:
                options["limit"] = int(next(it))
            except StopIteration:
                raise UsageError("--limit needs a number") from None
            except ValueError as error:
                raise UsageError(f"bad limit: {error}") from error
        elif arg.startswith("-"):
            raise UsageError(f"unknown option {arg}")
        else:
            rest.append(arg)
    return options, rest


def read_items(stream):
    items = {}
    for number, line in enumerate(stream, start=1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        try:
            name, count = line.rsplit(None, 1)
            items[name] = items.get(name, 0) + int(count)
        except ValueError:
            print(f"line {number}: cannot read {line!r}", file=sys.stderr)
    return items


def main(argv):
    try:
        options, words = parse_args(argv[1:])
    except UsageError as error:
        print("usage error:", error)
        return 2
    items = read_items(sys.stdin)
    if options["verbose"]:
        print(f"{len(items)} items, filter {words}")
    chosen = sorted((n, c) for n, c in items.items() if not words or any(w in n for w in words))
    for name, count in chosen[: options["limit"]]:
        print(f"{name:.<20}{count:>5}")
    return 0 if chosen else 1


if __name__ == "__main__":
    print(len(sys.argv), sys.argv[1:])
    sys.exit(main(sys.argv))
