from pkg.sandbox.multi import Comparison, adjusted
