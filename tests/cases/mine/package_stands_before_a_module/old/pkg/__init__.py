# case: where a package and a module have one name, the package is imported
from pkg.smote import Smote
