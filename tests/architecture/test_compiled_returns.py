"""Compiled functions hand back numbers and nothing that has to be made on the way out."""

import importlib
import pkgutil

from numba import types
from numba.core.registry import CPUDispatcher
from tests.roadmap_cases import case_after_a_fact, planned

import twelfth.engines.roadmap as room
from twelfth.engines import AnytimeRedrawer
from twelfth.roadmap import Replan

PLAIN = (types.Number, types.Boolean, types.NoneType)


def test_no_compiled_function_returns_an_array() -> None:
    """Making one calls Python before numba looks for errors: a Ctrl-C that waits there crashed the process."""
    for seed in range(4, 10):
        instance, old, since = case_after_a_fact(seed)
        planned(instance, slices=3)
        next(AnytimeRedrawer().redraw(instance, Replan(old=old, most=1, since=since), seed=0))
    modules = [importlib.import_module(f"{room.__name__}.{one.name}") for one in pkgutil.iter_modules(room.__path__)]
    compiled = {one for module in modules for one in vars(module).values() if isinstance(one, CPUDispatcher)}
    returned = {
        one.py_func.__name__: signature.return_type for one in compiled for signature in one.nopython_signatures
    }

    assert set(returned) >= {"anneal", "schedule", "nudge"}
    assert [name for name, kind in returned.items() if not _plain(kind)] == []


def _plain(kind: types.Type) -> bool:
    parts = kind.types if isinstance(kind, types.BaseTuple) else (kind,)
    return not isinstance(kind, types.BaseNamedTuple) and all(isinstance(one, PLAIN) for one in parts)
