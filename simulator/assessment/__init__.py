"""From what was recorded to whether a rep is ready: evidence, mastery, verdict. Pure arithmetic."""
