x = "é"
y = x