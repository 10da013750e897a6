"""What `backprop --help` and `--help` of its commands say."""

from __future__ import annotations

DESCRIPTION = """\
Reads Python functions and writes their backward passes as a careful person would by hand.

For a function f(x, w) it writes f_forward(x, w), which returns f's output and a cache, and
f_backward(dout, cache), which returns dx, dw: the gradients on the arguments. The source is
read, never run; only `backprop cache`, `circuit`, `grade` and `page --run` run something. The
output imports what the source imports, and NumPy where there are arrays.
"""

EXAMPLES = """\
examples:
  backprop generate model.py                      print the passes of every function
  backprop generate model.py -o model_grad.py     write them into a file
  backprop generate model.py --only loss          of loss, and of what it calls
  backprop generate model.py --wrt loss:w,b       the gradients on w and b alone
  backprop generate model.py --final loss         loss ends the circuit: its gradient is 1
  backprop generate listing.py --script           a flat script, with the backward pass below it
  cat model.py | backprop generate -              read standard input
  backprop init                                   write a configuration for the files that are here
  backprop build                                  all that setup.cfg or pyproject.toml names
  backprop check                                  is what was generated up to date?
  backprop watch                                  build, and again after each change
  backprop cache model.py:f --like "x=(64,128)"   what is kept for the backward pass
  backprop page model.py -o model.html            the passes side by side, for review
  backprop circuit model.py:f --at x=3,y=-4       the circuit of f, with values and gradients
  backprop where model_grad.py:12                 which line of the source that comes from
  backprop explain E101                           what an error means, what to write instead
  backprop explain model.py:loss                  why its backward pass is what it is, line by line
  backprop grade mine.py                          is a backward pass that was written by hand right?

In the source, comments above a function say the same: `# backprop: wrt w, b`,
`# backprop: final`, `# backprop: skip`; `# backprop: example x=3` says what to show it with. On a
statement, `# backprop: stop` lets no gradient through, and `# backprop: recompute` has its value
computed again instead of kept; on a `for`,
`# backprop: checkpoint` keeps only some states. Shapes are annotations:
def affine(x: "N D", w: "D M", b: "M").

exit codes: 0 done; 1 a problem in the input, a stale file, or a wrong gradient; 2 wrong usage,
or a pass that cannot be graded; 123 a defect of the program
"""

BUILD_HELP = """\
[backprop] in setup.cfg, or [tool.backprop] in pyproject.toml, names the sources. The nearest
of these files counts, from the current folder upwards; paths are relative to it:

  [backprop]
  sources = models/*.py
  output = generated

  [backprop:generated/loss_notes.py]
  source = models/loss.py
  style = notes
  final = loss

Keys of [backprop]: sources, output, style, templates, check_shapes, line_length.
Keys of one output: source, only, wrt, final, style, templates, check_shapes,
line_length.

What was generated is kept, and generated again when its source, its options, a gate file, a
module of the build that it imports or the program has changed. Nothing is lost if the folder
is deleted.
"""

INIT_HELP = """\
Every Python file below the current folder is tried: the generator reads it, and writes nothing. A
section at the end of pyproject.toml, or else of setup.cfg, then names the files that can be generated
from, and of others the functions that can be. What is there stays as it is, byte for byte. Tests,
environments, hidden folders, and what was generated are not looked at. Each file that is left out is
listed with the reason.

exit codes: 0 done; 1 there is a configuration already, or nothing to put into one
"""

WATCH_HELP = """\
Sources, gate files and the configuration are looked at five times a second. When one has other
contents than before, a file comes to match a pattern, or one is gone, it is built again: what is
wrong is told, and what was right stays written. Ctrl-C ends it, with exit code 130.
"""

CACHE_HELP = """\
This generates the passes and runs the forward pass, with all that it calls, on inputs that are
drawn. Of each value that it keeps for the backward pass the name, the shape, the type and the
bytes are listed, and the lines that read it, of what `backprop generate --only FUNCTION` prints.
Of a loop one line tells of all turns. Each argument without a default needs its --like:

  --like "x=(64, 128)"            an array of float64
  --like "x=(64, 128):float32"    of another type
  --like n=3                      a value: a number, a text, True or None
  --like "x=(64, 128), n=3"       several
  --like "ws=[(3, 4), (4,)]"      a list of arrays, or a dict: "p={'w': (3, 4)}"
"""

CIRCUIT_HELP = """\
This RUNS the function at the arguments that are given, with what its module imports and defines.
Each operation is a gate. A wire has its value above, in green, and below, in red, the gradient of
the output with respect to it (ones, where the output is an array). Constants, shapes and indices are
part of their gate. Of a branch the arm that was executed is shown, of a loop all turns. An array is
shown as its shape and |its norm|. Without --at the comment above the function counts,

  # backprop: example x=3, y=-4

with what --at takes: only literals and shapes, nothing that is run.

  --at x=3,y=-4                   numbers
  --at "w=[2, -3, -3]"            a list; with a type, "w=[2, -3]:float64", an array
  --at "x=(64, 128)"              an array that is drawn, the same each time
"""

PAGE_HELP = """\
The page is one HTML file. It needs no network; without scripts it can still be read, and it prints. For each
function the source, the forward pass and the backward pass stand side by side, with the reasons for
each line. Lines that stand for each other are lit together; each line has a link of its own.

With --run or --at the source is run, with all that it calls: then the page has the value and the gradient of
each stage, beside its line and in a table, the gradient check of each argument, and what is kept.
An example stands above a function, `# backprop: example x=3, y=-4`, or is given:

  --at "loss:x=(64, 128), n=3"    an array of this shape is drawn; other values are literals

With --diff OLD.py the page shows what an edit changed since that version, and whether anything but
the mirror of the edited lines did.

Pygments is needed for the colours: pip install 'backprop-codegen[page]'.
"""

GRADE_HELP = """\
This runs the file, and SOURCE.py: only grade what you would run. It holds

  a function f_backward, beside its f_forward (which returns outputs and cache) or the function f,
  or with f in SOURCE.py; it may take the cache, or values of variables by their names; or
  a script: x = 3, then the statements of the forward pass, then those of the backward pass.

The gradient on x is called dx (or d_x, grad_x, x_grad, grads["x"]). What comes out is held against
the true gradients at three points, and where it is wrong each line is judged by itself. One point
is what the script begins with, or an example, which annotated shapes give, a comment above the
function, `# backprop: example x=3, y=-4`, or --at "x=3, w=(2, 3)": literals, and shapes to draw.

exit codes: 0 all right; 1 something is wrong; 2 it cannot be graded, and why
"""

WHERE_HELP = """\
The map of a generated file stands beside it, if it was generated with --map. Of a file that a
configuration names it is made anew. A traceback is read from standard input:

  python train.py 2>&1 | backprop where -
"""

COMPLETION_HELP = """\
The script is printed; where a shell looks for it is up to the shell:

  backprop completion bash > ~/.local/share/bash-completion/completions/backprop
  backprop completion zsh > ~/.zfunc/_backprop          (with ~/.zfunc in fpath)
  backprop completion fish > ~/.config/fish/completions/backprop.fish

shtab is needed to make it: pip install 'backprop-codegen[completion]'.
"""
