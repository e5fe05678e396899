# case: a module whose __getattr__ asks another one has the names of that one
