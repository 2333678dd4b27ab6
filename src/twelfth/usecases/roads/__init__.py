"""Roads: drawing one for a case or for a file, and every question about one that is there."""
