"""Say what may be called in a source file and what is passed there: text in, call sites out.

`screen` drops files that cannot hold a call that matters, `calls` finds the calls in those that go on. Neither knows
rules, versions or signatures. LibCST is imported only when a file is really resolved.

The way through: `guard` refuses texts that would kill the parser, `walk` follows the parsed module in the order of
execution, `flow` and `scope` hold what each name may be at each place, `construct` has one module for each thing of
the language that values flow through, `callee` and `argument` describe a call, `place` finds where it stands.
"""
