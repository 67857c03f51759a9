class Transient(Exception):
    def __init__(self, code, message="transient"):
        super().__init__(f"{message} ({code})")
        self.code = code

    def retryable(self):
        return self.code >= 500

def f(code):
    try:
        raise Transient(code)
    except Transient as e:
        raise RuntimeError("gave up") from e

try:
    f(503)
except RuntimeError as e:
    print(e.__cause__.code, e.__cause__.retryable())
    print(getattr(e.__cause__, "code", None), hasattr(e.__context__, "nope"))
