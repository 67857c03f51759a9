# Runs each program named on stdin in a child of its own, NAME.py -> NAME.out
# and NAME.err, and prints the exit statuses, negative for a signal.
import asyncio, collections, dataclasses, enum, os, resource, signal, sys, traceback  # imported once for all


def run(path, names):
    signal.alarm(20)
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    for fd, ext in (1, "out"), (2, "err"):
        os.dup2(os.open(path[:-2] + ext, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), fd)
    import os as system, sys as interpreter, traceback as trace  # names is cleared
    status = 0
    try:
        with open(path, encoding="utf-8") as f:
            code = compile(f.read(), path.rpartition("/")[2], "exec")
        builtins = __builtins__
        names.clear()
        names.update(__name__="__main__", __builtins__=builtins)
        exec(code, names)
    except BaseException:
        trace.print_exc()
        status = 1
    interpreter.stdout.flush()
    interpreter.stderr.flush()
    system._exit(status)


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(line.rstrip("\n"), globals())
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status))
