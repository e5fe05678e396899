# case: a function of a module that has the name of its class does not share the path of a method
