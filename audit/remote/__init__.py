"""Places that are no folders of this machine: object storage, hubs, whatever fsspec knows, named by URLs.

Inputs are copied into a folder of this machine before anything reads them: a run reads its input twice, and what it
reads must not change meanwhile. Results are made here, and sent when they are whole.
"""
