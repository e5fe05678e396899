# case: a method that was gone before its class could be imported from where people may is none
