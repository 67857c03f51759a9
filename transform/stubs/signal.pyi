# signal: the signals, for loop.add_signal_handler. Handlers of signal.signal
# are not there.
from py2go import go
from typing import Any

__go__ = "github.com/py2go-async/py2go-async/runtime/signal"

Signals: Any
SIGHUP: Any = go("SIGHUP")
SIGINT: Any = go("SIGINT")
SIGQUIT: Any = go("SIGQUIT")
SIGABRT: Any = go("SIGABRT")
SIGKILL: Any = go("SIGKILL")
SIGUSR1: Any = go("SIGUSR1")
SIGUSR2: Any = go("SIGUSR2")
SIGPIPE: Any = go("SIGPIPE")
SIGALRM: Any = go("SIGALRM")
SIGTERM: Any = go("SIGTERM")
SIGCHLD: Any = go("SIGCHLD")
SIGCONT: Any = go("SIGCONT")
SIGSTOP: Any = go("SIGSTOP")
SIGTSTP: Any = go("SIGTSTP")
