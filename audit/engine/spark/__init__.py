"""Apache Spark, through its Connect API: tasks and exchanges run beside the data, on the machines of a cluster.

`session` is the door to pyspark and pysail; `engine` is what the driver does, `beside_data` and `shuffle` what
executors do. What meets on one of them is sorted on its disk (`lots`). `shared` is the folder that all of them see:
part files stand in it, by the shard of the inputs that they came of, each shard with a marker (`shard`) by which the
next run knows that it need not be done again.
"""
