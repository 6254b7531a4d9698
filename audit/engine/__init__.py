"""Execution engines: they run tasks (`engine`) and group records by key (`exchange`).

`engines` lists them. `local`, the default, is a pool of worker processes that read their own inputs and write their own
part files; `in_process` runs everything in this process; `spark` uses the machines of a cluster.
"""
