"""What a benchmark ran on, kept with its results; names no machine."""

import os
import platform

import numpy as np
import scipy


def machine() -> dict[str, str | int | None]:
    versions = {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__}
    return versions | {"system": platform.system(), "machine": platform.machine(), "cpus": os.cpu_count()}
