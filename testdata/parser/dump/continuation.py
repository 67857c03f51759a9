x = 1 \
  + 2
\
y = 3
if x:
    \
    z = 4
    w = 5
assert x, \
 y
\

