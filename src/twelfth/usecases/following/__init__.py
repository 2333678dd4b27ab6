"""The road one follows: its miles, what is worked on, what may be learned, and when it is old."""
