# expect: E001 at 5:4 under:  return y

def f(x: float):
  y = x
    return y
