# coding: ascii
x = "a"
