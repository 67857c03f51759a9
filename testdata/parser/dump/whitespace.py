if x:
	y = 1
	if z:
		w = 2

a = 1
b = 2
  
if a:
  b

  # c

  d
