"""How far: the gap to those selected, what is missing of the answers, and which change would count most."""
