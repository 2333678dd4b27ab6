"""Where facts are kept. `memory` is the reference; others must behave like it."""

from twelfth.store.memory import MemoryAuditLog, MemoryCases, MemoryPacks

__all__ = ["MemoryAuditLog", "MemoryCases", "MemoryPacks"]
