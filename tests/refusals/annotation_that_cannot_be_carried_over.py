# expect: E306 at 7:16 under: Config
class Config:
    def __init__(self):
        self.rate = 0.5


def f(x, conf: Config):
    return x * conf
