# case: what a module imports for itself is no path, unless it exports it, hands names on, or stands below the root
from .core.deep.frame import Frame
