"""Lets ``python -m cim61968_9.cli`` be the command."""

import sys

from . import main

sys.exit(main())
