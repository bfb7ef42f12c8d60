"""Let `python -m simulator` do what the `simulator` command does."""

import sys

from simulator.cli import main

sys.exit(main())
