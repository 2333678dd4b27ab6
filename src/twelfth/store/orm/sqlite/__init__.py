"""Django's backend for SQLite, with a SQLite that loses nothing and settings that lose nothing."""
