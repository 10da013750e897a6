# expect: E108 at 8:44 under: (1,)
# expect: E108 at 15:26 under: "n"
# expect: E108 at 22:44 under: 0
import functools
import jax


@functools.partial(jax.jit, static_argnums=(1,))
def f(x, n):
    for _ in range(n):
        x = x * x
    return x


@jax.jit(static_argnames="n", inline=True)
def g(x, n):
    for _ in range(n):
        x = x * x
    return x


@functools.partial(jax.jit, donate_argnums=0)
def h(x):
    return x * x
