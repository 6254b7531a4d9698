"""The functions behind the commands, one module each: settings in, result out."""
