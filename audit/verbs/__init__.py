"""The verbs: settings in, result out; one file for each."""
