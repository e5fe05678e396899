from pkg._home import Dense
