"""Texts told again: pairs that say the same with other words, and what two texts have in common, side by side.

In workers, batch by batch: `retelling_keys`. In the parent, once: `find_suspects`. For people: `common_places`,
`aligned` over `words`, and `Bearings`, which lead from a body to the decoded text.

The kernels are imported with the functions that need them: who only explains does without.
"""
