"""Files that authors are given are written whole or not at all: whoever reads meanwhile sees the old or the new one."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp


def write_whole(file: Path, text: str, mode: int = 0o644) -> None:
    """Write a file in one step; OSError where that cannot be, and then nothing has changed.

    A file that is there already keeps its mode; a new one gets the given one.
    """
    mode = file.stat().st_mode & 0o777 if file.exists() else mode
    handle, name = mkstemp(dir=file.parent, prefix=".", suffix=".draft")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(mode)
        draft.replace(file)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
