"""Plans in weeks: drawing one from what can be done, and every question about one that is there."""
