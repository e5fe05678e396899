# case: operands that are not known lead nowhere
(a or b)(3)
(a if b else c)(3)
