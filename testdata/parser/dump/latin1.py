# -*- coding: latin-1 -*-
x = "éÿ"
été = 1
