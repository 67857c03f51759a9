"""A JSON parser written by hand."""


class JSONError(ValueError):
    def __init__(self, message, text, pos):
        line = text.count("\n", 0, pos) + 1
        column = pos - text.rfind("\n", 0, pos)
        super().__init__(f"{message}: line {line} column {column}")


class Parser:
    ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}

    def __init__(self, text):
        self.text = text
        self.pos = 0

    def fail(self, message):
        raise JSONError(message, self.text, self.pos)

    def skip(self):
        while self.pos < len(self.text) and self.text[self.pos] in " \t\r\n":
            self.pos += 1

    def peek(self):
        self.skip()
        return self.text[self.pos] if self.pos < len(self.text) else ""

    def take(self, expected):
        if self.peek() != expected:
            self.fail(f"expected {expected!r}, got {self.peek() or 'end'!r}")
        self.pos += 1

    def value(self):
        ch = self.peek()
        if ch == "{":
            return self.object()
        if ch == "[":
            return self.array()
        if ch == '"':
            return self.string()
        if ch == "-" or ch.isdigit():
            return self.number()
        for word, result in {"true": True, "false": False, "null": None}.items():
            if self.text.startswith(word, self.pos):
                self.pos += len(word)
                return result
        self.fail("unexpected " + (repr(ch) if ch else "end"))

    def object(self):
        self.take("{")
        result = {}
        while self.peek() != "}":
            if result:
                self.take(",")
                self.skip()
            key = self.string()
            self.take(":")
            result[key] = self.value()
        self.take("}")
        return result

    def array(self):
        self.take("[")
        items = []
        while self.peek() != "]":
            if items:
                self.take(",")
            items.append(self.value())
        self.take("]")
        return items

    def string(self):
        self.take('"')
        out = ""
        while True:
            if self.pos >= len(self.text):
                self.fail("unterminated string")
            ch = self.text[self.pos]
            self.pos += 1
            if ch == '"':
                return out
            if ch == "\\":
                code = self.text[self.pos]
                self.pos += 1
                if code == "u":
                    out += chr(int(self.text[self.pos:self.pos + 4], 16))
                    self.pos += 4
                else:
                    out += self.ESCAPES[code]
            else:
                out += ch

    def number(self):
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos] in "+-.eE0123456789":
            self.pos += 1
        text = self.text[start:self.pos]
        return float(text) if any(c in text for c in ".eE") else int(text)


def parse(text):
    parser = Parser(text)
    value = parser.value()
    if parser.peek():
        parser.fail("extra data")
    return value


print(parse('{"a": [1, -2.5, 1e3, true, null], "b": {"c": "x\\n\\u00e9\\"q\\""}, "d": []}'))
print(parse(" [ ] "), parse("12"), parse('"s"'), parse("123456789012345678901"))
for bad in ['{"a": }', "[1, 2", '{"a" 1}', '"open', "[1] 2", "", "{\n  \"k\": nope\n}"]:
    try:
        print(parse(bad))
    except JSONError as error:
        print(error)
