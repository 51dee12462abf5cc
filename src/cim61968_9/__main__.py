"""Lets ``python -m cim61968_9`` be the command."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
