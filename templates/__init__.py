'''What the generator knows about derivatives: one gate a function, in the notation of the notes.

A gate that has just been given its output `z` knows two things: its own local gradients, and,
on the way back, the gradient `dz` that arrives from above. It multiplies the two and hands the
result to its inputs. That sentence, written in Python, is a template:

    def divide(x, y):
        """Gives the numerator the gradient over y, and the denominator that times minus the ratio."""
        z = x / y
        dx = dz / y
        dy = (-z / y) * dz
        dy = (-x / y**2) * dz

The first statement is the pattern. The generator looks for it in people's code: `x` and `y`
stand for any expression, the rest stands for itself. The lines below it are written into the
backward pass, with the people's own expressions in the place of `x`, `y`, `z` and `dz`.
Templates are read as text and never imported.


## How to write one

Work it out on paper, then type it as you would say it: local gradient first, in parentheses if
it has an operator in it, times the gradient from above.

    def tanh(x):
        """Scales the gradient by one minus the square of the output."""
        z = np.tanh(x)
        dx = (1 - z**2) * dz

- **The docstring's first line** says what the gate does to the gradient. People will read it.
- **Parentheses are kept** as you write them, spelling too: what you type is what people get.
- **Prefer the output** `z` to the input where that is cheaper or more accurate: it is there.
- **Two lines for one gradient** are alternatives. The first that needs no new name in the
  forward pass is taken, so write the one you like best first.
- **Use `dz` once** in a line: it may stand for a long expression. (If you need it twice, it is
  given a name.)
- **Zero is something you say.** A gate without any line has derivative zero (`np.floor`), and so
  has a parameter with the line `dc = 0` (the condition of `np.where`). That is a statement about
  mathematics: never make it because the right line is hard. What cannot be differentiated at all
  (an axis, a shape) says so in its annotation.
- **Constants are Python numbers.** `np.log(2)` is a float64, and turns float32 into float64.
- **Only single expressions.** Longer than a line? Write a function in `helpers.py`, which is
  copied into the output when it is used, and its gate in `helpers_gates.py`.

- **Several operands** are written once: `*x` in the signature and in the pattern stands for any
  number of them, and `dx[k] = ...` is the line of each one. In it `k` is a number, `x[k]` is that
  operand, `*x[:k]` are those before it, `*x[k + 1 :]` those behind, `*[w.T for w in x[:k]]` something
  of each.

      def einsum(s: str, *x) -> einsum(s, *x):
          """Gives each factor the gradient times the other ones, as the letters say."""
          z = np.einsum(s, *x)
          dx[k] = np.einsum(einsum_back(s, k, *x), *x[:k], dz, *x[k + 1 :])

- **Constants are worked out** where a line calls a rule of `constants.py`, like `einsum_back` above:
  when the line is written the rule is told the shapes and the values that are known then (from
  "ij,jk->ik" it makes "ik,jk->ij"), and what it returns stands in the output. It may return UNKNOWN:
  the line is left out, and the next for the same gradient is taken. It may return UNCHANGED: the
  call that it is an argument of would give its operand as it is, and is not written. As the test of
  `a if rule(x) else b` it chooses what is written.

Nothing else is needed. Elementwise gates are written as if all shapes were equal: the generator
sums a gradient over what was broadcast, and spreads one that is smaller than its variable (so
`np.sum` has the line `dx = dz`). One test finds every gate in this folder, draws inputs that fit
and compares each line with differences: `pytest tests/test_gates.py -k tanh`. Then
`python docs/gates.py` writes the gate into the list of all gates, `docs/gates.md`.


## Several operations, several statements

A pattern may be as large as you like. Where a part of it has a name, people may give it one too:

    def softmax__columns(x) -> same(x):
        """Takes the gradient's weighted mean away from it, and scales it by the output."""
        e = np.exp(x - np.max(x, axis=0))
        e = np.exp(x)
        z = e / np.sum(e, axis=0)
        dx = z * (dz - np.sum(z * dz, axis=0))

- **The last name above the gradients is the output**, the others are parts. The pattern matches in
  one expression and over several statements, if nothing else reads the names between; these get
  no gradient then. Without names of parts, one expression it has to be.
- **Two statements for one name** are two ways to write it, and there is a gate for each choice.
- **Lines may read the parts** (`dx = (dz - z * np.sum(z * dz)) / n`): they are there.
- **A gradient may be changed where it stands**, by lines that go on from the one above:

      dx = np.exp(logp)
      dx[rows, y] -= 1
      dx *= dz / n

- **What follows two underscores in the name** (`softmax__columns`) tells your gates apart; people read
  the word before, in the names that parts of their expressions are given.
- **Write such a gate where it gives more than its operations do**, each by itself: fewer lines, or
  numbers that stay finite. What people subtract before `np.exp` needs care: a maximum has no
  gradient only in a pattern whose value does not depend on it.


## Saying what fits

Annotations say which inputs a gate is for. Of several gates with the same pattern the first
that fits is taken, so the special ones stand above the general one.

    x                 a number or an array of any rank
    x: float          a number
    x: "N K"          an array of that shape; the same letter is the same size
    x: "N =N"         sizes that are known to be equal when the line is written, not only required to be
    x: "... N K"      the same with any dimensions before, which broadcast
    n: "= N"          an integer that is the size N; `"= 1 | -1"`: one of these
    x: "..."          a number or an array, and not a list, which may stand for an array elsewhere
    n: literal        a number written in the source, known to the generator: `n - 1` is computed
    c: literals       a tuple of such numbers, or of such tuples
    axis: int         an integer, not differentiated; `bool`, `tuple`, `int | tuple` likewise
    mode: str         a string; `i: "... int"` and `c: "N bool"` are arrays of such
    dtype: object     any value, not differentiated
    k: int = 0        what stands for an argument that a call leaves out (and lines leave it out then)
    i: place          an index that cannot name an entry twice: ints, slices, a mask
    x: complex        a number or an array of any rank, complex or real; `x: real` one known to be real
    axis: int = -1    an argument that people may leave out; a keyword of a line is left out where what
                      it says is so anyway

The return annotation gives the output's shape:

    def exp(x):                                        elementwise: that of the operands, broadcast
    def matmul(x: "N K", y: "K M") -> "N M":           spelled out
    def sum_axis(x, axis: int) -> reduced(x, axis):    by a rule of shapes.py
    def isnan(x) -> bool:                              elementwise, and its values are bool (or int)
    def argmax(x, axis: int) -> int[reduced(x, axis)]: both (or float, or complex)
    def full_like(x, value) -> x[same(x)]:             both: its values are of the type of x
    def frexp(x) -> (float, int):                      one for each of several outputs, None: elementwise
    def split(x, n: int) -> [divided(x, n, 0)] * n:    a list of arrays of one shape
    def split_at(x, i: tuple) -> list[cut(x, i, 0)]:   a list of arrays, by a rule that gives their shapes



## Several outputs

A pattern may be taken apart. Its lines read the gradient of each output by the output's name:

    def eigh(x: "N N") -> ("N", "N N"):
        """Gives the lower triangle the gradients turned by the vectors."""
        w, v = np.linalg.eigh(x)
        dx = fold_tril((v * dw) @ v.T)
        dx = fold_tril(v @ (inverse_gaps(w) * (v.T @ dv)) @ v.T)
        dx = fold_tril(v @ (np.diag(dw) + inverse_gaps(w) * (v.T @ dv)) @ v.T)

Lines that name different outputs add up; an output without a gradient takes no line, so that no
zeros are made. A line that names several is for when all of them have gradients, and then stands
for the others. Only lines that name the same outputs are alternatives. The outputs have the names
that people give them, however they take the value apart: `w, v = ...`, `t[0]`, `t.eigenvectors`.

A list is one output, and so is its gradient, a list with zeros where an item has none:

    def split(x, n: int) -> [divided(x, n, 0)] * n:
        z = np.split(x, n)
        dx = np.concatenate(dz)


## What the docstring may hold

After its first line the docstring may hold, each on a line of its own:

    refused: p, q            what has a gradient that the gate does not know: an input that needs it
                             is refused, never given zero; so has an output of several that no line
                             names. In parentheses behind it, the way out
    holomorphic: x, y        these may be complex: what a line reads is conjugated then. Without this line
                             they must be real. In a file's docstring it names the gates that all of
                             whose operands may be: `all`, `exp, sin*`, `all but max_*` (docs/complex.md)
    steps: sign              outputs, of several, that are step functions: their derivative is zero
    view: x                  the output may share its memory with x (`x.T`, `np.reshape`)
    domain: x > 0, z != 0    where the test draws its inputs: comparisons, chained or not
    x: positive definite     what the test draws for x: also `symmetric`, `invertible`,
    g: like x @ y            something of that shape,
    mode: one of "edge", 2   or one of these
    signs: v, vt.T           outputs whose columns, or rows, are known up to their sign
    needs: NumPy 2           where older versions lack the function; also `Python 3.12`


## Where things are

    arithmetic.py    + - * / % and their kin              shapes.py         rules for output shapes
    powers.py        squares, roots, x**y                 vocabulary.py     what else is spelled how
    elementwise.py   np.exp to np.where                   helpers.py        functions the output may use
    numbers.py       Python's and math's own functions    helpers_gates.py  and how those differentiate
    grouped.py       several operations as one gate
    normalising.py   centred, divided by a spread, a length or a sum
    losses.py        the loss of a classifier
    reductions.py    np.sum, np.max, np.cumsum, np.sort
    ufuncs.py        np.add.outer, np.maximum.accumulate
    statistics.py    np.var, np.median, np.cov
    norms.py         np.linalg.norm and its kin
    missing.py       np.nansum and all that leaves nan out
    curves.py        np.diff between values, np.gradient, np.trapezoid, polynomials
    products.py      @, dot, outer, einsum, convolve
    linalg.py        inverse, solve, determinant, norms
    factors.py       eigenvectors, singular values, QR; factors_scipy.py the same by SciPy, and LU
    special.py       scipy.special: sigmoids, entropies   constants.py      rules for constants in lines
    special_gamma.py    gamma, beta and distributions
    special_bessel.py   Bessel functions, integrals, polynomials
    distributions.py    scipy.stats.norm
    distances.py     scipy.spatial.distance.cdist
    shaping.py       .T, reshape and all that moves values
    joining.py       concatenate, stack, array
    splitting.py     split, meshgrid, modf: what gives several arrays
    picking.py       take, delete, insert, repeat
    making.py        zeros, arange, copies, questions with a yes or no
    fourier.py       np.fft
    complexes.py     real parts, absolute values, angles
    immutable.py     x.at[i].set(v), for arrays that cannot be written in place
    jax_nn.py        the activations of jax.nn

A template is written against NumPy. That `math.exp` and `jax.numpy.exp` are the same gate is said
in `vocabulary.py`, and the lines then use the namespace of the statement they mirror; that
`np.add.reduce(x)` is `np.sum(x, axis=0)`, so that it needs no gate, is said there too.
'''
