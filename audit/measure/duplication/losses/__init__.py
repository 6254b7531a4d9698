"""What of the copies stands nowhere in what is kept: not in the dropped blocks of their twins, in no other document."""
