"""The languages of the app, each by its own name."""

LANGUAGES = (("en", "English"), ("es", "Español"))
