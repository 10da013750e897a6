# expect: E306 at 26:9 under: Layer
# expect: E306 at 30:12 under: Other

class Layer:
    def __init__(self, w):
        self.w = w
        self.squares = w * w

    def forward(self, x):
        return self.w * x


class Other:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        return self.w + x

    def step(self, d):
        self.w = self.w - d
        return self.w


def f(w, x):
    m = Layer(w)
    return m.forward(x)

def g(w, x):
    return Other(w).step(x)
