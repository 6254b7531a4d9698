"""Word lists: what furniture, notices and attributions say, in many languages. Facts, no logic."""
