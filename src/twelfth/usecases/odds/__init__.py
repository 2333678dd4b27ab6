"""How likely: the odds of a case by the kind of evidence there is."""
