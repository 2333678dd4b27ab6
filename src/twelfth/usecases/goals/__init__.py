"""A goal begins: what packs and cases there are, what they cite, and one of one's own."""
