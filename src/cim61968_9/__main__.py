"""Lets ``python -m cim61968_9`` be the command."""

import sys

from .cli import main

sys.exit(main())
