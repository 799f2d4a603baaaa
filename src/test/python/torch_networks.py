"""Seeded random networks over all operations, with gradients by PyTorch's autograd.

One JSON object a line: the network file, and the expected gradient of the loss by every parameter.
Run as: torch_networks.py NUMBER [FIRST_SEED]
"""

import json
import random
import sys

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ENTRYWISE = {
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
    "softplus": torch.nn.functional.softplus,
    "sin": torch.sin,
    "cos": torch.cos,
    "abs": torch.abs,
    "leakyrelu": lambda u: torch.nn.functional.leaky_relu(u, 0.01),
    "identity": lambda u: u,
}


KINKED = {"relu", "abs", "leakyrelu"}

# Exponentials of more would be too large a number.
LARGE = 100

# Closer to a kink than this, conventions decide what the derivative is.
NEAR = 1e-9


class Network:
    """Values are pairs of a name and a matrix; a vector is a column, 1 x 1 is a scalar."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.parameters = {}
        self.data = {}
        self.values = []
        self.sizes = self.random.sample([2, 3, 4], 3)

    # -- building ------------------------------------------------------------------------------

    def parameter(self, rows, columns):
        name = f"w_{len(self.parameters) + 1}"
        numbers = [[self.number() for _ in range(columns)] for _ in range(rows)]
        if rows == columns == 1:
            self.lines.append(f"weight {name}")
            text = str(numbers[0][0])
        else:
            shape = str(rows) if columns == 1 else f"{rows} x {columns}"
            self.lines.append(f"weight {name} : {shape}")
            text = "[" + "; ".join(", ".join(map(str, row)) for row in numbers) + "]"
        matrix = torch.tensor(numbers, requires_grad=True)
        self.parameters[name] = (matrix, text)
        self.values.append((name, matrix))
        return name, matrix

    def number(self):
        return self.random.choice([-1, 1]) * self.random.randint(1, 15) / 8

    def define(self, formula, matrix):
        if bool((matrix.abs() > LARGE).any()):
            formula, matrix = f"tanh({formula})", torch.tanh(matrix)
        name = f"v_{sum('=' in line for line in self.lines) + 1}"
        self.lines.append(f"{name} = {formula}")
        self.values.append((name, matrix))

    def pick(self, fits=lambda matrix: True):
        found = [value for value in self.values if fits(value[1])]
        if not found:
            return None
        return self.random.choice(found[-6:] if self.random.random() < 0.7 else found)

    # -- steps ---------------------------------------------------------------------------------

    def step(self):
        self.random.choice(STEPS)(self)

    def add(self):
        u, a = self.pick()
        v, b = self.pick(lambda m: m.shape == a.shape)
        sign = self.random.choice("+-")
        factor = self.random.choice(["", "2 * ", "1/3 * "])
        scale = {"": 1, "2 * ": 2, "1/3 * ": 1 / 3}[factor]
        self.define(f"{u} {sign} {factor}{v}", a + scale * b if sign == "+" else a - scale * b)

    def broadcast(self):
        u, a = self.pick(is_matrix) or self.pick()
        found = self.pick(lambda m: tuple(m.shape) in {(a.shape[0], 1), (1, a.shape[1])})
        if found and is_matrix(a):
            self.define(f"{u} + {found[0]}", a + found[1])

    def hadamard(self):
        u, a = self.pick(is_tensor) or self.pick()
        v, b = self.pick(lambda m: m.shape == a.shape)
        if is_tensor(a):
            self.define(f"{u} .* {v}", a * b)

    def quotient(self):
        u, a = self.pick(is_tensor) or self.pick()
        v, b = self.pick(lambda m: m.shape == a.shape)
        if is_tensor(a):
            self.define(f"{u} ./ (1 + {v}.^2)", a / (1 + b ** 2))
        else:
            self.define(f"{u} / (1 + {v}^2)", a / (1 + b ** 2))

    def power(self):
        u, a = self.pick(is_tensor) or self.pick()
        exponent = self.random.choice([2, 3])
        operator = ".^" if is_tensor(a) else "^"
        self.define(f"{u}{operator}{exponent}", a ** exponent)

    def scale(self):
        u, a = self.pick(is_tensor) or self.pick()
        found = self.pick(lambda m: not is_tensor(m))
        if found and is_tensor(a):
            self.define(f"{found[0]} * {u}", found[1] * a)

    def product(self):
        found = self.pick(is_tensor)
        if not found:
            return
        u, a = found
        other = self.pick(lambda m: is_tensor(m) and m.shape[0] == a.shape[1])
        if other is None or a.shape[1] == 1 and self.random.random() < 0.5:
            rows, columns = a.shape[1], self.random.choice(self.sizes)
            if rows == 1:
                return
            other = self.parameter(rows, columns)
        if a.shape[1] > 1 or other[1].shape[1] > 1:
            self.define(f"{u} * {other[0]}", a @ other[1])

    def product_from_left(self):
        found = self.pick(is_tensor)
        if found:
            u, a = found
            name, w = self.parameter(self.random.choice(self.sizes), a.shape[0])
            if a.shape[0] > 1:
                self.define(f"{name} * {u}", w @ a)

    def transposed_product(self):
        found = self.pick(is_tensor)
        if found:
            u, a = found
            v, b = self.pick(lambda m: is_tensor(m) and m.shape[0] == a.shape[0])
            if a.shape[0] > 1:
                self.define(f"{u}' * {v}", a.T @ b)

    def transpose(self):
        found = self.pick(is_tensor)
        if found:
            self.define(f"{found[0]}'", found[1].T)

    def outer(self):
        found = self.pick(is_vector)
        if found:
            other = self.pick(is_vector)
            self.define(f"{found[0]} * {other[0]}'", found[1] @ other[1].T)

    def function(self):
        name = self.random.choice(sorted(ENTRYWISE))
        u, a = self.pick(lambda m: name not in KINKED or bool((m.abs() > NEAR).all()))
        self.define(f"{name}({u})", ENTRYWISE[name](a))

    def bounded(self):
        u, a = self.pick()
        kind = self.random.choice(["exp", "log", "sqrt"])
        square = ".^2" if is_tensor(a) else "^2"
        if kind == "exp":
            self.define(f"exp(-{u}{square})", torch.exp(-(a ** 2)))
        elif kind == "log":
            self.define(f"log(1 + {u}{square})", torch.log(1 + a ** 2))
        else:
            self.define(f"sqrt(1 + {u}{square})", torch.sqrt(1 + a ** 2))

    def larger(self):
        u, a = self.pick()
        v, b = self.pick(lambda m: m.shape == a.shape)
        if bool(((a - b).abs() > NEAR).all()):
            name = self.random.choice(["max", "min"])
            self.define(f"{name}({u}, {v})", torch.maximum(a, b) if name == "max" else torch.minimum(a, b))

    def cases(self):
        found = self.pick(lambda m: not is_tensor(m))
        if found:
            u, a = found
            value = a ** 2 if a.item() > 0.3 else 3 * a
            self.define(f"{{{u}^2 if {u} > 0.3; 3*{u} otherwise}}", value)

    def cases_of_matrices(self):
        found, whole = self.pick(lambda m: not is_tensor(m)), self.pick(is_tensor)
        if found and whole:
            (u, a), (v, b) = found, whole
            value = b**2 if a.item() > 0.3 else -b
            self.define(f"{{{v}.^2 if {u} > 0.3; -{v} otherwise}}", value)

    def literal(self):
        found = self.pick(lambda m: not is_tensor(m))
        if found:
            u, a = found
            v, b = self.pick(lambda m: not is_tensor(m))
            one, two = torch.ones(1, 1), 2 * torch.ones(1, 1)
            value = torch.cat([torch.cat([a, one], 1), torch.cat([two, a * b], 1)], 0)
            self.define(f"[{u}, 1; 2, {u}*{v}]", value)

    def bias(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            name, b = self.parameter(1, a.shape[1])
            self.define(f"{u} + {name}", a + b)

    def column_bias(self):
        found = self.pick(is_tensor)
        if found and found[1].shape[0] > 1:
            u, a = found
            name, b = self.parameter(a.shape[0], 1)
            self.define(f"{u} - {name}", a - b)

    def divided(self):
        found, scalar = self.pick(is_tensor), self.pick(lambda m: not is_tensor(m))
        if found and scalar:
            (u, a), (c, b) = found, scalar
            self.define(f"{u} / (1 + {c}^2)", a / (1 + b**2))

    def exponential(self):
        found = self.pick(is_tensor)
        if found:
            u, a = found
            self.define(f"2 .^ (-tanh({u}))", 2 ** (-torch.tanh(a)))

    def inner(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            v, b = self.pick(lambda m: m.shape == a.shape)
            self.define(f"{u}' * {v}", a.T @ b)

    def identity(self):
        found = self.pick(is_tensor)
        if found and found[1].shape[0] > 1:
            u, a = found
            n, d = a.shape
            self.define(f"(eye({n}) + 1/2 * ones({n}, {n})) * {u}", (torch.eye(n) + 0.5) @ a)

    def stacked(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            v, b = self.pick(is_vector)
            self.define(f"concat({u}, {v}, {u})", torch.cat([a, b, a], 0))

    def widened(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            other = self.pick(lambda m: is_vector(m) and m.shape[0] == a.shape[0])
            if other:
                v, b = other
                self.define(f"concat(1, {u}, {v})", torch.cat([torch.ones(a.shape[0], 1), a, b], 1))

    def block(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            i, k = sorted(self.random.randint(1, a.shape[0]) for _ in range(2))
            j, m = sorted(self.random.randint(1, a.shape[1]) for _ in range(2))
            self.define(f"{u}_{{{i}..{k},{j}..{m}}}", a[i - 1 : k, j - 1 : m])

    def chosen(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            c = self.label(a.shape[0])
            self.define(f"{u}_{{{c[0]}}}", a[c[1] - 1].reshape(1, 1))

    def cross_entropy_of_class(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            c, at = self.label(a.shape[0])
            self.define(f"-log(softmax({u})_{{{c}}})", -torch.log_softmax(a, 0)[at - 1].reshape(1, 1))

    def cross_entropy(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            n = a.shape[0]
            name, at = self.one_hot(n)
            self.define(f"-dot({name}, log(softmax({u})))", -torch.log_softmax(a, 0)[at].reshape(1, 1))

    def batch_cross_entropy(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            n, d = a.shape
            name, rows = self.one_hot(n, d)
            value = -torch.log_softmax(a, 1)[torch.arange(n), torch.tensor(rows)].mean()
            self.define(f"-1/{n} * sum({name} .* log(softmax({u}, rows)))", value.reshape(1, 1))

    def binary_cross_entropy(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            n = a.shape[0]
            name = f"t_{len(self.data) + 1}"
            bits = [self.random.randint(0, 1) for _ in range(n)]
            self.lines.append(f"target {name} : {n} in {{0, 1}}")
            self.data[name] = str(bits)
            p = torch.sigmoid(a)
            t = torch.tensor(bits, dtype=torch.float64).reshape(-1, 1)
            value = -(t * torch.log(p) + (1 - t) * torch.log(1 - p)).sum().reshape(1, 1)
            formula = f"-sum(i in 1..{n}, {name}_{{i}} * log(p_i) + (1 - {name}_{{i}}) * log(1 - p_i))"
            probability = f"q_{len(self.data)}"
            self.lines.append(f"{probability} = sigmoid({u})")
            self.define(formula.replace("p_i", f"{probability}_{{i}}"), value)

    def onehot(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            n = a.shape[0]
            c, at = self.label(n)
            other = torch.zeros(n, 1)
            other[at - 1] = 1
            self.define(f"{u} - onehot({c}, {n})", a - other)

    def label(self, n):
        name = f"c_{len(self.data) + 1}"
        at = self.random.randint(1, n)
        self.lines.append(f"target {name} in 1..{n}")
        self.data[name] = str(at)
        return name, at

    def one_hot(self, *shape):
        name = f"t_{len(self.data) + 1}"
        width = shape[-1]
        ones = [self.random.randrange(width) for _ in range(shape[0] if len(shape) == 2 else 1)]
        rows = [", ".join("1" if j == one else "0" for j in range(width)) for one in ones]
        self.lines.append(f"target {name} : {' x '.join(map(str, shape))} one-hot")
        self.data[name] = "[" + "; ".join(rows) + "]"
        return name, ones if len(shape) == 2 else ones[0]

    def double_sum(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            n, d = a.shape
            body = f"{u}_{{i,j}}^2 * {u}_{{i,1}}"
            value = (a**2 * a[:, :1]).sum().reshape(1, 1)
            self.define(f"sum(i in 1..{n}, sum(j in 1..{d}, {body}))", value)

    def by_entries(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            other = self.pick(lambda m: is_vector(m) and m.shape[0] == a.shape[1])
            if other:
                v, b = other
                square = self.random.random() < 0.5 and bool((b.abs() < 4).all())
                name = f"e_{len(self.lines)}"
                term = f"{u}_{{i,l}} * {v}_{{l}}" + ("^2" if square else "")
                self.lines.append(f"{name}_i = sum(l in 1..{a.shape[1]}, {term})")
                self.values.append((name, a @ b**2 if square else a @ b))

    def named_loss(self):
        u, a = self.pick(lambda m: not is_tensor(m)) or self.pick()
        if not is_tensor(a):
            name = self.random.choice(["squared_error", "half_squared_error"])
            factor = 1 if name == "squared_error" else 0.5
            self.define(f"{name}({u}, 1/2)", factor * (a - 0.5) ** 2)

    def softmax(self):
        found = self.pick(lambda m: is_vector(m) or is_matrix(m))
        if found:
            u, a = found
            if is_vector(a):
                self.define(f"softmax({u})", torch.softmax(a, 0))
            else:
                along = self.random.choice(["rows", "columns"])
                self.define(f"softmax({u}, {along})", torch.softmax(a, 1 if along == "rows" else 0))

    def total(self):
        found = self.pick(is_tensor)
        if found:
            u, a = found
            name = self.random.choice(["sum", "mean", "logsumexp", "max"])
            if has_ties(a):
                name = "sum"
            if is_matrix(a):
                along = self.random.choice(["rows", "columns"])
                axis = 1 if along == "rows" else 0
                self.define(f"{name}({u}, {along})", reduced(name, a, axis))
            elif is_vector(a):
                self.define(f"{name}({u})", reduced(name, a, 0))

    def whole(self):
        found = self.pick(is_tensor)
        if found:
            u, a = found
            name = self.random.choice(["sum", "mean", "max", "norm1", "norm2", "norm2^2"])
            if bool((a.abs() < NEAR).any()) or has_ties(a):
                name = "sum"
            value = {
                "sum": a.sum,
                "mean": a.mean,
                "max": a.max,
                "norm1": lambda: a.abs().sum(),
                "norm2": lambda: (a ** 2).sum().sqrt(),
                "norm2^2": lambda: (a ** 2).sum(),
            }[name]().reshape(1, 1)
            call = f"norm2({u})^2" if name == "norm2^2" else f"{name}({u})"
            self.define(call, value)

    def dot(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            v, b = self.pick(lambda m: m.shape == a.shape)
            self.define(f"dot({u}, {v})", (a * b).sum().reshape(1, 1))

    def diagonal(self):
        found = self.pick(lambda m: is_vector(m) or is_matrix(m) and m.shape[0] == m.shape[1])
        if found:
            u, a = found
            if is_vector(a):
                self.define(f"diag({u})", torch.diag(a.flatten()))
            elif self.random.random() < 0.5:
                self.define(f"diag({u})", torch.diag(a).reshape(-1, 1))
            else:
                self.define(f"tr({u})", torch.trace(a).reshape(1, 1))

    def concat(self):
        found = self.pick(lambda m: is_vector(m) or is_matrix(m))
        if found:
            u, a = found
            if is_vector(a):
                self.define(f"concat({u}, 1)", torch.cat([a, torch.ones(1, 1)], 0))
            else:
                self.define(f"concat({u}, 1)", torch.cat([a, torch.ones(a.shape[0], 1)], 1))

    def joined(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            v, b = self.pick(lambda m: is_matrix(m) and m.shape[0] == a.shape[0])
            self.define(f"concat({u}, {v})", torch.cat([a, b], 1))

    def entry(self):
        found = self.pick(lambda m: is_vector(m) or is_matrix(m))
        if found:
            u, a = found
            i = self.random.randint(1, a.shape[0])
            if is_vector(a):
                self.define(f"{u}_{{{i}}}", a[i - 1].reshape(1, 1))
            else:
                j = self.random.randint(1, a.shape[1])
                self.define(f"{u}_{{{i},{j}}}", a[i - 1, j - 1].reshape(1, 1))

    def slice(self):
        found = self.pick(is_matrix)
        if found:
            u, a = found
            if self.random.random() < 0.5:
                i = self.random.randint(1, a.shape[0])
                self.define(f"{u}_{{{i},:}}", a[i - 1 : i, :])
            else:
                j = self.random.randint(1, a.shape[1])
                self.define(f"{u}_{{:,{j}}}", a[:, j - 1 : j])

    def index_sum(self):
        found = self.pick(is_vector)
        if found:
            u, a = found
            v, b = self.pick(lambda m: m.shape == a.shape)
            n = a.shape[0]
            self.define(
                f"sum(i in 1..{n}, {u}_{{i}} * {v}_{{i}}^2)", (a * b ** 2).sum().reshape(1, 1)
            )

    # -- the whole -----------------------------------------------------------------------------

    def finished(self):
        name, last = self.values[-1]
        terms, total = [], torch.zeros(1, 1)
        for name, value in self.values[-3:]:
            if is_tensor(value):
                terms.append(f"sum(tanh({name}))")
                total = total + torch.tanh(value).sum().reshape(1, 1)
            else:
                terms.append(f"tanh({name})")
                total = total + torch.tanh(value)
        self.lines.append("loss L = " + " + ".join(dict.fromkeys(terms)))
        return total

    def json(self):
        loss = self.finished()
        loss.backward()
        given = {name: text for name, (_, text) in self.parameters.items()} | self.data
        data = ", ".join(f"{name} = {text}" for name, text in given.items())
        gradients = {
            name: (torch.zeros_like(w) if w.grad is None else w.grad).tolist()
            for name, (w, _) in self.parameters.items()
        }
        network = "\n".join([*self.lines, f"given {data}"]) + "\n"
        return json.dumps({"network": network, "loss": loss.item(), "gradients": gradients})


def reduced(name, a, axis):
    if name == "sum":
        return a.sum(axis, keepdim=True)
    if name == "mean":
        return a.mean(axis, keepdim=True)
    if name == "logsumexp":
        return torch.logsumexp(a, axis, keepdim=True)
    return a.max(axis, keepdim=True).values


def has_ties(matrix):
    values = matrix.flatten().sort().values
    return bool((values[1:] - values[:-1] < NEAR).any())


def is_tensor(matrix):
    return matrix.numel() > 1


def is_vector(matrix):
    return matrix.shape[0] > 1 and matrix.shape[1] == 1


def is_matrix(matrix):
    return matrix.shape[0] > 1 and matrix.shape[1] > 1


STEPS = [
    Network.add,
    Network.broadcast,
    Network.hadamard,
    Network.quotient,
    Network.power,
    Network.scale,
    Network.product,
    Network.product,
    Network.product_from_left,
    Network.product_from_left,
    Network.transposed_product,
    Network.transpose,
    Network.outer,
    Network.function,
    Network.function,
    Network.function,
    Network.bounded,
    Network.larger,
    Network.cases,
    Network.cases_of_matrices,
    Network.literal,
    Network.bias,
    Network.column_bias,
    Network.divided,
    Network.exponential,
    Network.inner,
    Network.identity,
    Network.stacked,
    Network.widened,
    Network.block,
    Network.chosen,
    Network.cross_entropy_of_class,
    Network.cross_entropy,
    Network.batch_cross_entropy,
    Network.binary_cross_entropy,
    Network.onehot,
    Network.double_sum,
    Network.by_entries,
    Network.named_loss,
    Network.softmax,
    Network.total,
    Network.whole,
    Network.dot,
    Network.diagonal,
    Network.concat,
    Network.joined,
    Network.entry,
    Network.slice,
    Network.index_sum,
]


def network(seed):
    built = Network(seed)
    n, d, m = built.sizes
    built.parameter(n, d)
    built.parameter(d, 1)
    built.parameter(1, 1)
    if built.random.random() < 0.5:
        built.parameter(m, m)
    for _ in range(built.random.randint(3, 8)):
        built.step()
    return built


if __name__ == "__main__":
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for seed in range(first, first + int(sys.argv[1])):
        print(network(seed).json())
