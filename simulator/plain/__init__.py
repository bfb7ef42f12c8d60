"""Line mode: the same use cases as append-only text, for screen readers, pipes and scripts."""
