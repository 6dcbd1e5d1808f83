"""The face: what readers see."""
