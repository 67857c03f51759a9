import asyncio


def checksum(data: bytes) -> int:
    total = 0
    for byte in data:
        total = (total * 31 + byte) % 65521
    return total


def encode(kind: int, body: bytes) -> bytes:
    return bytes([kind]) + len(body).to_bytes(2, "big") + body


def decode(frame: bytes) -> tuple[int, bytes, bytes]:
    kind = frame[0]
    size = int.from_bytes(frame[1:3], "big")
    return kind, frame[3:3 + size], frame[3 + size:]


async def main() -> None:
    stream = encode(1, b"hello") + encode(2, "wörld".encode("utf-8")) + encode(3, b"")
    print(stream, len(stream))
    while stream:
        kind, body, stream = decode(stream)
        await asyncio.sleep(0)
        print(kind, body, body.decode(), checksum(body))
    buffer = bytearray(b"abc")
    buffer.append(100)
    buffer += b"ef"
    buffer[0] = ord("A")
    print(buffer, bytes(buffer), len(buffer), buffer.upper())
    print(b"\x00\xff\n'", bytes(3), bytes(range(4)), b"abc".hex(), bytes.fromhex("de ad be ef"))
    print(b"a,b,c".split(b","), b"-".join([b"x", b"y"]), b"hello".replace(b"l", b"L"), b"hi".center(6, b"*"))
    print(b"abc"[1], b"abc"[1:], b"abc" < b"abd", b"b" in b"abc", 98 in b"abc", list(b"AZ"))
    print(b"abc".startswith(b"ab"), b"abcabc".find(b"ca"), b" x ".strip(), b"x" * 3)
    print((1024).to_bytes(4, "little"), int.from_bytes(b"\xff\xfe", "big", signed=True))
    view = memoryview(b"0123456789")
    print(bytes(view[2:5]), view[0], len(view))
    for codec in ("ascii", "latin-1", "utf-8"):
        try:
            print(codec, "né€".encode(codec))
        except UnicodeEncodeError as error:
            print(error)
    try:
        b"caf\xe9".decode()
    except UnicodeDecodeError as error:
        print(error)
    print(b"caf\xe9".decode("latin-1"), b"caf\xe9".decode(errors="replace"), b"caf\xe9".decode("utf-8", "ignore"))
    print(str(b"raw", "ascii"), "%s and %r" % (b"a", b"b"), b"%d-%s" % (5, b"z"))


asyncio.run(main())
