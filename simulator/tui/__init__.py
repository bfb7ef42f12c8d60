"""The app: the same use cases as in plain mode, on a screen."""

import os

# Textual paints on a fixed beat of 60 a second, and an answer that just misses one waits up to two beats. It reads this
# when it is first imported. A faster beat costs nothing while nothing changes: between changes it does not run.
# At 240 it takes longer to paint than a beat lasts, and answers come later again (benchmarks/faces.py).
os.environ.setdefault("TEXTUAL_FPS", "120")
