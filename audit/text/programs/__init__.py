"""Programs, as opposed to prose: which lines are statements, and which texts are made of them."""
