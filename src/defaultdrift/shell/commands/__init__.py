"""One module a command; each has `command`. They parse and print, and leave the work to their neighbours."""
