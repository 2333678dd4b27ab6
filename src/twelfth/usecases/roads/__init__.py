"""The road of a case: drawing it by points, by people or by the distance it closes, and what has become of it since."""
