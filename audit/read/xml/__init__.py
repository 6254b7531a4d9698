"""XML by which texts are exchanged: feeds, exports of records, translation memories, recognised pages."""
