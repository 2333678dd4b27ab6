"""The tables, version by version. Each file is made by Django (`makemigrations`) and never changed once released."""
