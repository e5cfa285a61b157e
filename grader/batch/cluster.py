"""Grading on a Dask cluster: the same work, on the machines of a scheduler.

Submissions and results lie in folders that every machine sees under the same path. Student code never runs
in the Dask worker itself: a task that kills its worker would take innocent ones along.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from exercises.kit.base import Text
from grader.batch.worker import close_workers

_CONNECT_S = 10


class ClusterError(Exception):
    """The cluster cannot be used; `problem` says why and what to do."""

    def __init__(self, problem: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem


class DaskCluster:
    """The workers of a scheduler at an address such as `tcp://10.0.0.1:8786`."""

    def __init__(self, address: str, chunk: int = 10) -> None:
        self.address, self.chunk = address, chunk

    @contextmanager
    def open(self, chunks: int) -> Iterator[Executor]:
        client = self._client()
        try:
            yield client.get_executor(pure=False, retries=3)
            client.run(close_workers)
        finally:
            client.close()

    def is_lost(self, error: Exception) -> bool:
        from distributed import KilledWorker
        from distributed.comm.core import CommClosedError

        return isinstance(error, (KilledWorker, CommClosedError))

    def _client(self):  # type: ignore[no-untyped-def]  # its type is an optional dependency's
        try:
            from distributed import Client
        except ImportError:
            raise ClusterError(
                Text(
                    zh="没有安装 distributed。请运行：pip install 'kaodian[cluster]'。",
                    en="distributed is not installed. Run: pip install 'kaodian[cluster]'.",
                )
            ) from None
        try:
            client = Client(self.address, timeout=_CONNECT_S, set_as_default=False)
            client.wait_for_workers(1, timeout=_CONNECT_S)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(
                Text(
                    zh=f"{_CONNECT_S} 秒内没能连上调度器 {self.address}，"
                    f"或它没有工作进程（{type(error).__name__}）。"
                    "请检查地址，以及 dask worker 是否已经启动。",
                    en=f"No scheduler at {self.address}, or one without workers, within {_CONNECT_S} s "
                    f"({type(error).__name__}). Check the address, and that `dask worker` is running.",
                )
            ) from None
        return client
