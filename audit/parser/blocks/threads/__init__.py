"""Threads of posts: which lines are posts, and which are the frames that recur around them."""
