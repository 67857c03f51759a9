# string.
from py2go import go, raises, ctx, pure, role
from typing import Any

__go__ = "github.com/py2go-async/py2go-async/runtime/string"

ascii_lowercase: str = go("ASCIILowercase")
ascii_uppercase: str = go("ASCIIUppercase")
ascii_letters: str = go("ASCIILetters")
digits: str = go("Digits")
hexdigits: str = go("HexDigits")
octdigits: str = go("OctDigits")
punctuation: str = go("Punctuation")
whitespace: str = go("Whitespace")
printable: str = go("Printable")

@go("CapWords")
def capwords(s: str, sep: str | None = None) -> str: ...

class Template:
    def __init__(self, template: str) -> None: ...
    template: str
    @raises
    @go("Substitute")
    def substitute(self, mapping: object = None, /, **kws: object) -> str: ...
    @go("SafeSubstitute")
    def safe_substitute(self, mapping: object = None, /, **kws: object) -> str: ...
    @go("IsValid")
    def is_valid(self) -> bool: ...
    @go("GetIdentifiers")
    def get_identifiers(self) -> list[str]: ...
