"""Where the work is done: an engine runs tasks (engine) and brings records together by key (exchange).

Engines are listed (engines), each in a file of its own. The first is the pool of worker processes of one machine
(local): they read their own inputs and write their own part files. Another has the machines of a cluster (spark).
"""
