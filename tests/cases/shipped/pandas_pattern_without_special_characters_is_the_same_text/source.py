# case: a pattern of plain characters, or of a single one, was searched literally before as well
import pandas as pd

df = pd.DataFrame({"a": ["1,0 $"]})
df["a"].str.replace(",", "")
df["a"].str.replace("$", "")
df["a"].str.replace("USD", "")
df["a"].str.replace(pat=" ", repl="")
