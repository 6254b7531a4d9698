"""Tables by columns: Parquet and Arrow; and the columns of files of records, tables or not."""
