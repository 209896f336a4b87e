"""Two folders change places in one step, where the system can do it."""

import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
#: What systems and file systems answer that cannot exchange.
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def exchange(left: Path, right: Path) -> bool:
    """Exchange two folders atomically (renameat2 on Linux, renamex_np on macOS); False where that cannot be had."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    names = os.fsencode(left), os.fsencode(right)
    try:
        if sys.platform == "darwin" and library:
            failed = library.renamex_np(*names, RENAME_SWAP)
        elif library:
            failed = library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE)
        else:
            return False
    except AttributeError:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(right))


def flush(folder: Path) -> None:
    """Bring everything of the folder's file system to the disk (syncfs), or at least ask for it."""
    import ctypes

    handle = os.open(folder, os.O_RDONLY)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if library.syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    except AttributeError:
        os.sync()
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Bring a folder's own entries to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
