# case: what a public module takes out of an internal one is public, and what is left there is not
