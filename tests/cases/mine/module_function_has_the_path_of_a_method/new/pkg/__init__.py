from pkg.Model import Model
