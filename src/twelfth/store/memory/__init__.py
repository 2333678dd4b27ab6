"""The reference store: everything in memory, gone with the process."""

from twelfth.store.memory.audit_log import MemoryAuditLog
from twelfth.store.memory.goals import MemoryEffort, MemoryGoals
from twelfth.store.memory.shelves import MemoryCases, MemoryPacks

__all__ = ["MemoryAuditLog", "MemoryCases", "MemoryEffort", "MemoryGoals", "MemoryPacks"]
