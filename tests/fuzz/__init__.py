"""Random programs: straight lines (`fuzz.straight`), and blocks (`python -m fuzz`)."""
