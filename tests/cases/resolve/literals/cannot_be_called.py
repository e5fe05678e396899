# case: a literal in a callee leads nowhere
"sklearn.cluster.KMeans"(3)
3(4)
...(3)
b"KMeans"(3)
("sklearn" ".cluster").KMeans()
