"""What goes out and comes back: exports, tables, and a case as a goal."""
