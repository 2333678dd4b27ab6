"""What a no says: attempts audited, forecast as of the day before, and what past ones say about the next."""
