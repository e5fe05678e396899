"""The values that the layers exchange: frozen, slotted, typed, picklable; no LibCST node inside.

Units, stated once: lines are 1-based; columns are 1-based and count code points; spans are half-open (the end column is
the first one after the last character); text is `str` with its original newlines; paths are relative and POSIX;
versions are `packaging.version.Version`; defaults are unparsed source text, where `None` means *no default* and
`"None"` means the default `None`.
"""
