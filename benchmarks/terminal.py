"""A program in a real terminal of its own: start it, press keys, wait for words, count bytes."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[@-Z\\-_=>]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Control sequences, to be left out when looking for words."""


class Terminal:
    """One program behind a pseudo-terminal."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (40, 120)
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), {**os.environ, "TERM": "xterm-256color", **environment})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self._seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def press(self, keys: str) -> None:
        """Type keys."""
        self._seen = b""
        os.write(self._fd, keys.encode())

    def wait_for(self, words: str, seconds: float = 20.0) -> float:
        """Wait until the words have been written; return seconds since the start of the wait."""
        begun = time.perf_counter()
        wanted = words.encode()
        while wanted not in ESCAPES.sub(b"", self._seen):
            left = begun + seconds - time.perf_counter()
            if left <= 0:
                raise TimeoutError(f"{words!r} never came; last: {ESCAPES.sub(b'', self._seen)[-2000:]!r}")
            self._read(left)
        return time.perf_counter() - begun

    def bytes_in(self, seconds: float) -> int:
        """Count the bytes written in a stretch of time."""
        end, count = time.perf_counter() + seconds, 0
        while (left := end - time.perf_counter()) > 0:
            count += self._read(left)
        return count

    def _read(self, seconds: float) -> int:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return 0
        chunk = os.read(self._fd, 65536)
        self._seen += chunk
        return len(chunk)
