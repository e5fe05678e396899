# case: random_state becomes rng and draws from another generator when it is left out
from statsmodels.distributions.copula.api import ClaytonCopula

copula = ClaytonCopula(theta=2)
draws = copula.rvs(100)  # expect: random_state certain
seeded = copula.rvs(100, random_state=0)
