"""One file for each step of the recipe. A view reads a form, asks a use case and fills a page; it computes nothing."""
