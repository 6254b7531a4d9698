"""Apache Spark through Spark Connect: tasks and exchanges run beside the data, on the machines of a cluster.

`session` wraps pyspark and pysail; `engine` runs on the driver, `executor_side` and `shuffle` on executors. Grouped
records are sorted on the executor's disk (`record_groups`). `shared` is the folder all of them see: part files by
shard of the inputs, each shard with a marker (`shard`) by which a later run recognises completed work.
"""
