# expect: E306 at 12:9 under: Layer

class Layer:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        return self.w * x


def f(w, x):
    m = Layer(w)
    return m.forward(x)
