"""Ignore comments: text in, ignores out; findings in, those that are kept, hidden, and the ignores of no use out.

| comment | hides |
|---|---|
| `# defaultdrift: ignore` | every finding of the call |
| `# defaultdrift: ignore[DD002]` | those with this code |
| `# defaultdrift: ignore[n_init]` | those for this parameter |
| `# defaultdrift: ignore[KMeans.n_init, max_iter] -- reason` | those for the parameters whose dotted path ends so |
| `# defaultdrift: skip-file` | every finding of the file; on a line of its own, anywhere |

An ignore stands on any line of the call, first to last, or in the comment lines directly above it. What begins with
`# defaultdrift:` and is none of these is told, and hides nothing.
"""

from defaultdrift.suppress.apply import Sifted, apply
from defaultdrift.suppress.parse import Fault, Ignore, Ignores, parse_ignores

__all__ = ["Fault", "Ignore", "Ignores", "Sifted", "apply", "parse_ignores"]
