#!/usr/bin/env python3
# -*- coding: utf-8 -*-

# leading

x = 1  # trailing
# before y


y = [  # open
    1,  # one
    # between
    2
]  # close

def f():  # header
    # first
    pass
    # last
# outside
if x:
    pass
    # in if
# before else
else:  # else
    pass
# end
