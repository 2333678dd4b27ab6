"""What an answer says in words, for the terminal and for the page. English; numbers as base.figures allows them."""
