# expect: E003 at 1:1

RATE = 0.5
