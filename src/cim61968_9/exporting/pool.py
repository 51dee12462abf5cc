"""Parts in several processes: results as they come, and what to do about a process that was killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for

from ..errors import ExportError
from .parts import Part, Result, killed

__all__ = ["results"]

Work = Callable[[Part], Result]


def results(parts: Iterable[Part], work: Work, processes: int) -> Iterator[tuple[Part, Result]]:
    """Yield each part with its result, in the order in which they are done.

    When a process is killed, the parts that were in work are tried again one by one, and halved until the source that
    kills its process is alone; that one has a result of its own.
    """
    if processes == 1:
        for part in parts:
            yield part, work(part)
        return
    left = deque(parts)
    while left:
        suspects: deque[Part] = deque()
        yield from _together(left, work, processes, suspects)
        while suspects:
            yield from _one_by_one(suspects, work)


def _together(left: deque[Part], work: Work, processes: int, suspects: deque[Part]) -> Iterator[tuple[Part, Result]]:
    """Work at parts until all are done or a process is killed; the parts it may have been are then suspects."""
    at_work: dict[Future[Result], Part] = {}
    with _Pool(min(processes, len(left))) as pool:
        try:
            while left or at_work:
                while left and len(at_work) < 2 * processes:
                    at_work[pool.executor.submit(work, left[0])] = left[0]
                    left.popleft()
                for future in wait(at_work, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    yield at_work.pop(future), result
        except BrokenProcessPool:
            for future, part in at_work.items():
                if future.done() and future.exception() is None:
                    yield part, future.result()
                else:
                    suspects.append(part)


def _one_by_one(suspects: deque[Part], work: Work) -> Iterator[tuple[Part, Result]]:
    """Try parts one at a time until all are done or a process is killed; the part it was is halved, or given up."""
    with _Pool(1) as pool:
        while suspects:
            part = suspects.popleft()
            try:
                result = pool.executor.submit(work, part).result()
            except BrokenProcessPool:
                halves = part.halves()
                if len(halves) > 1:
                    suspects.extendleft(reversed(halves))
                else:
                    yield part, killed(part)
                return
            yield part, result


class _Pool:
    """Processes that end when they are not needed, at once when something went wrong, and with this process."""

    def __init__(self, processes: int) -> None:
        self._before = set(multiprocessing.active_children())
        self._processes = processes
        self.executor = ProcessPoolExecutor(
            processes, mp_context=multiprocessing.get_context("spawn"), initializer=_begin
        )

    def __enter__(self) -> _Pool:
        try:  # a process is started for what is asked while no other is idle: so they start together
            for started in [self.executor.submit(os.getpid) for _ in range(self._processes)]:
                started.result()
        except BrokenProcessPool:
            self.executor.shutdown()
            raise ExportError(
                'no process can be started; in a script, put the call under if __name__ == "__main__":, or take '
                "processes=1"
            ) from None
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            for process in set(multiprocessing.active_children()) - self._before:
                process.terminate()
        self.executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave interruption to the process that has started this one, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait_for([parent.sentinel])
    os._exit(1)
