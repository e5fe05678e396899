# case: a loop over an empty display binds nothing known
for Model in ():
    Model()
for Model in {}:
    Model()
