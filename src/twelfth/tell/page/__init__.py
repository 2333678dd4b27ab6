"""Answers as one self-contained page: printable, light and dark, no script, no request. Strips are SVG made here."""
