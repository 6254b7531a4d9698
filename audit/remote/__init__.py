"""Remote locations named by URLs: object storage, hubs, anything fsspec supports.

Inputs are downloaded before a run, which reads them twice and must see no change in between. Results are made locally
and uploaded once complete.
"""
