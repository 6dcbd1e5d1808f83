"""What the operator does without the web."""
