"""What this site needs of Sphinx beyond its extensions."""
