package gradus.network;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.syntax.Diagnostic;
import gradus.syntax.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a network can get wrong, and what is said about it: place, fault, remedy.
final class BadNetworkTest {
  private static final String TABLE =
      """
      # names
      input x
      weight w
      h2 = w*x
      loss L = (w*h3 - x)^2
      ! 4:13 nothing is called 'h3'; did you mean 'h2'?
      ----
      size n = 0, m = 3
      input x[k] for k in m..2
      y[k] = x[k] for k in 1..m+999999
      derive dy/dx
      ! 1:6 the size 'n' must be at least 1
      ! 2:12 this range is empty: it runs from 3 to 2
      ! 3:13 a family has at most 100000 members
      ----
      weight w
      loss L = w^2
      given W = 1, q = 2
      ! 3:7 nothing is called 'W'; did you mean 'w'?
      ! 3:14 nothing is called 'q'
      ----
      input x, x
      weight δ_1
      z = delta_1*x
      z = x
      delta_1 = 3
      loss L = z
      ! 1:10 'x' is already defined on line 1
      ! 4:1 'z' is already defined on line 3
      ! 5:1 'delta_1' is already defined on line 2
      ----
      input x
      function f(z, z) = z
      y = f(x, x)
      derive dy/dx
      ! 2:15 'z' is already defined on line 2
      ----
      input x
      weight w
      h_1 = relu(z_1)
      z_1 = w*h_1 + x
      a = a + 1
      loss L = h_1
      ! 3:7 'h_1' is defined through itself: h_1 -> z_1 -> h_1
      ! 5:5 'a' is defined through itself: a -> a
      ----
      input x
      function f(z) = f(z) + 1
      function g(u) = h(u)
      function h(u) = g(u)
      function k = m
      function m = k
      y = f(x) + g(x) + k(x)
      derive dy/dx
      ! 2:10 'f' is defined through itself: f -> f
      ! 3:10 'g' is defined through itself: g -> h -> g
      ! 5:10 'k' is defined through itself: k -> m -> k
      ----
      # what there is once only
      network "a"
      network "b"
      weight w
      loss L = w^2
      loss M = w
      loss over points sum
      loss over points mean
      round 3
      round 2
      round w to 2
      round w to 3
      task (a): derive dL/dw
      task (a): derive dL/dw
      name d = dL/dw
      name e = dL/dw
      ! 2:1 the title is already there on line 1
      ! 5:6 a network has one loss, and 'L' on line 4 is it
      ! 7:1 'loss over points' is already there on line 6
      ! 9:1 'round' is already there on line 8
      ! 11:7 'round' for 'w' is already there on line 10
      ! 13:1 task (a) is already there on line 12
      ! 15:1 a name for 'dL/dw' is already there on line 14
      ----
      input x
      loss over points mean
      z = x^2
      derive dz/dx
      ! 2:1 there is no loss that could be combined over points
      ----
      # names that are printed alike
      input x
      weight w1, ŵ
      bias w_1
      ŷ = w1*x*ŵ + w_1
      y_hat = ŷ^2*w_hat
      name w_hat = dL/dŷ
      weight φ, varphi
      loss L = y_hat*φ*varphi
      ! 3:6 'w_1' would be printed just like 'w1' on line 2; take another name, such as w_a
      ! 5:1 'y_hat' would be printed just like 'ŷ' on line 4; take another name, such as y_a
      ! 5:9 a formula of the network cannot use the derivative 'w_hat'
      ! 6:6 'w_hat' would be printed just like 'ŵ' on line 2; take another name, such as w_b
      ! 7:11 'varphi' would be printed just like 'φ' on line 7; take another name, such as varphi_a
      ----
      size L, K
      size n[k] for k in 0..L
      size n_1
      weight W[k] : n[k] x n[k-1] for k in 1..L
      weight v1[k] for k in 1..L
      bias v_1[k] for k in 1..K
      function φ[k](a) for k in 1..2
      function φ_2(z1, z_1) = z1*z_1
      function sigma(z) = φ[1](z)
      loss E = sum(k in 1..L, norm2(W[k])^2*v1[k]) + n_1*sigmoid(v_1[1])*φ_2(1, φ[2](2))*sigma(3)
      ! 3:6 'n_1' would be printed just like a member of 'n' on line 2; take another name, such as n_a
      ! 6:6 'v_1' would be printed just like 'v1' on line 5; take another name, such as v_a
      ! 8:10 'φ_2' would be printed just like 'φ[2]' on line 7; take another name, such as φ_a
      ! 8:18 'z_1' would be printed just like 'z1' on line 8; take another name, such as z_a
      ! 9:10 'sigma' would be printed just like 'sigmoid' on line 10; take another name, such as sigma_a
      ----
      # names that are printed like entries
      size n
      weight h_2, W_1_2, x_n, x_i, W_ij
      target y in 1..n
      input x : n
      weight h : 3
      weight W : n x n
      weight W_1 : n
      z = W*x + W_1
      p = softmax(z)
      p_y = 1/2
      loss L = sum(i in 1..n, x_{i}^2) + sum(h) + p_{y}*h_2*W_1_2*x_n*x_i*p_y*W_ij
      ! 4:7 an entry of 'x' would be printed just like 'x_n' on line 2; take another name, such as x_a
      ! 5:8 an entry of 'h' would be printed just like 'h_2' on line 2; take another name, such as h_a
      ! 6:8 an entry of 'W' would be printed just like 'W_1_2' on line 2; take another name, such as W_a
      ! 7:8 an entry of 'W_1' would be printed just like 'W_1_2' on line 2; take another name, such as W_b
      ! 10:1 'p_y' would be printed just like an entry of 'p' on line 9; take another name, such as p_a
      ----
      index from 0
      size n
      input x : n
      weight x_0, i_1, х
      loss L = sum(i1 in 0..n-1, x_{i1})*x_0*i_1*х
      ! 4:8 'x_0' would be printed just like an entry of 'x' on line 3; take another name, such as x_a
      ! 4:18 'х' would be printed just like 'x' on line 3; take another name, such as х_a
      ! 5:14 'i1' would be printed just like 'i_1' on line 4; take another name, such as i_a
      ----
      # derivatives
      input x
      z = x^2
      ! 1:1 nothing is to be derived; write: loss L = (y - p)^2
      ----
      input x
      loss L = x^2
      ! 1:1 nothing is to be derived; write: derive dL/dx
      ----
      weight w
      loss L = w^2
      name d = dL/dw
      z = d + 1
      u = 2*dL/dw
      ! 4:5 a formula of the network cannot use the derivative 'd'
      ! 5:5 a formula of the network cannot use the derivative 'dL/dw'
      ----
      input x
      function g(z)
      y = g(x)
      derive dy/dy, x, dg/dx, dy/dq
      ! 4:8 the derivative of 'y' by itself is always 1
      ! 4:15 'x' is not a derivative; one looks like: dL/dx
      ! 4:19 'g' is a function and needs its argument; write g(…)
      ! 4:29 nothing is called 'q'
      ----
      # derivatives of what nothing defines
      quantity E, F
      input u, I
      weight w, v
      s = w*u
      t = w^2*F
      r = t*v
      name Err = -dE/dI
      given dE/ds = 2
      derive dE/dw, dE/ds by paths, dF/du, dE/dF
      task (a) "Derive.": derive Err
      descend rate η on v
      ! 9:8 nothing says how 'E' depends on 'r'; define E, or write: given dE/dr = …
      ! 9:31 nothing says how 'F' depends on 's'; define F, or write: given dF/ds = …
      ! 9:38 nothing says how 'E' depends on 'r'; define E, or write: given dE/dr = …
      ! 10:28 nothing says how 'E' depends on 'I'; define E, or write: given dE/dI = …
      ! 11:1 nothing says how 'E' depends on 'r'; define E, or write: given dE/dr = …
      ----
      quantity E
      input u
      weight w, v, q
      s = w*u
      t = v*u
      given dE/ds = 2
      ! 1:10 nothing says how 'E' depends on 'q', 't'; define E, or write: given dE/dq = …, dE/dt = …
      ----
      quantity E
      input u
      weight w
      s = w*u
      derive dE/dw
      at first: u = 3, w = 2, dE/ds = 2
      at second: u = 1, w = 2
      ! 7:1 point 'second' has no value for dE/ds
      ----
      quantity E
      input u
      weight w
      s = w*u
      loss L = E^2 + w
      given dE/ds = 2
      derive dL/dw, dL/du
      ! 7:8 'dL/dw' through 'E', which nothing defines, cannot be used yet
      ! 7:15 'dL/du' through 'E', which nothing defines, cannot be used yet
      ----
      size n, d
      quantity E, y : 2
      input X : n x d
      weight W : d x 2
      Y = X*W
      derive dE/dW entry by entry, dy/dW, dy_1/dX
      ! 6:8 nothing says how 'E' depends on 'Y'; define E, or write: given dE/dY = …
      ! 6:30 nothing says how 'y' depends on 'Y'; define y, or write: given dy/dY = …
      ! 6:37 nothing says how 'y' depends on 'Y'; define y, or write: given dy/dY = …
      ----
      quantity L
      weight W : 2
      input Z : 2 x 2
      Y = Z*W
      given dL/dY_1 = 1
      at Z = [1, 2; 3, 4]
      derive dL/dW
      ! 7:8 nothing says how 'L' depends on 'Y_{2}'; define L, or write: given dL/dY_{2} = …
      ----
      quantity E[i] for i in 1..2
      size L = 3
      input x
      weight w[k] for k in 1..L
      z[0] = x
      z[k] = w[k]*z[k-1] for k in 1..L
      derive dE[1]/dw[k]
      ! 7:8 nothing says how 'E[1]' depends on 'z[3]'; define E[1], or write: given dE[1]/dz[3] = …
      ----
      quantity E
      size L
      input x
      weight w[k], v[k] for k in 1..L
      z[0] = x
      z[k] = w[k]*z[k-1] for k in 1..L
      derive dE/dw[k], dE/dv[1]
      ! 7:8 nothing says how 'E' depends on 'z[L]'; define E, or write: z_L = z[L]; given dE/dz_L = …
      ! 7:18 nothing says how 'E' depends on 'v[1]'; define E, or write: v_1 = v[1]; given dE/dv_1 = …
      ----
      quantity E
      size L
      input x
      weight w[k] for k in 1..L
      z[0] = x
      z[k] = w[k]*z[k-1] for k in 1..L
      given dE/dz[L] = 2
      derive dE/dw[k]
      ! 7:7 the derivative 'dE/dz[L]' by one member of a family cannot be given; give the member a name: z_L = z[L]
      ----
      # functions and conventions
      input x
      function relu(z) = z
      function squared_error(a, b) = a
      function exp = relu
      function g_0 = relu
      y = relu(x) + g_0(x)
      derive dy/dx
      ! 2:10 'relu' is a function already; choose another name, such as my_relu
      ! 3:10 'squared_error' is a function already; choose another name, such as my_squared_error
      ! 4:10 'exp' is a function already; choose another name, such as my_exp
      ----
      input x
      weight a
      function f(z) = a*z
      function r = x^2
      function s = nope
      y = f(x)
      derive dy/dx
      ! 3:17 the formula of 'f' may use its parameters only, not 'a'
      ! 4:10 the function 'r' needs its parameters; write: function r(z)
      ! 5:14 there is no function 'nope'
      ----
      input x
      convention sigmoid'(0) = 1
      convention relu'(1) = 1
      convention max'(0) = 1
      convention abs'(0) = undefined
      convention abs'(0) = 0
      convention relo'(0) = 1
      y = relu(x)
      derive dy/dx
      ! 2:12 'sigmoid' has no kink, so its derivative needs no convention
      ! 3:18 the kink of 'relu' is at 0
      ! 4:17 the kink of 'max' is at a tie of its arguments
      ! 6:1 the convention for 'abs' is already there on line 5
      ! 7:12 there is no function 'relo'; did you mean 'relu'?
      ----
      # data
      input x
      weight w
      loss L = w*x
      given w = 1, w = 2, x = w
      at a: w = 2
      at a: w = 1
      ! 4:14 'w' has two values: 1 and 2
      ! 4:25 a number is due here, and 'w' is none
      ! 5:7 'w' has two values at point 'a': 1 and 2
      ! 6:4 'a' is already defined on line 5
      ----
      target y in {0, 1}, c in 1..3
      constant p >= 1
      weight w
      loss L = (w - y)^2*p*c
      given y = 2, p = 1/2, w = 1, c = 4
      ! 5:7 'y' is declared in {0, 1}, so it cannot be 2
      ! 5:14 'p' is declared >= 1, so it cannot be 1/2
      ! 5:30 'c' is declared in 1..3, so it cannot be 4
      ----
      input x, y
      weight w
      loss L = (w*x - y)^2
      at first: w = 1
      at second: x = 1
      ! 4:1 point 'first' has no value for x, y
      ! 5:1 point 'second' has no value for y, w
      ----
      weight w
      function g(z)
      function s(z) = z
      loss L = g(w)
      at a: w = 1
      at b: w = 1, g = 3
      at c: w = relu
      at d: w = 1, g = max
      at e: w = 1, g = relu, s = relu
      ! 5:1 point 'a' has no value for g
      ! 6:14 'g' is a function, so its value is a function; write: g = relu
      ! 7:1 point 'c' has no value for g
      ! 7:7 'w' takes a number, and 'relu' is a function
      ! 8:14 'g' cannot be 'max', which is abstract or takes other arguments
      ! 9:24 's' has a formula; a point fixes abstract functions only
      ----
      # steps
      weight w
      loss L = w^2
      given w = 1, eta = 0
      descend rate -1
      descend rate 0
      descend rate eta
      descend rate rho = -1/2
      ! 4:14 the rate of a descent is positive, and -1 is not
      ! 5:14 the rate of a descent is positive, and 0 is not
      ! 6:14 the rate of a descent is positive, and 0 is not
      ! 7:20 the rate of a descent is positive, and -1/2 is not
      ----
      weight w
      input x
      loss L = w^2*x
      given w = 1
      at first: x = 1
      at second: x = 2
      descend rate 0.1
      descend rate 0.1 at first, then secnd
      descend rate eta = 0.1 times 0
      ! 7:1 there are several points, so a step must say which; write at first, then second or: loss over points mean
      ! 8:33 no point is called 'secnd'; did you mean 'second'?
      ! 9:1 there are several points, so a step must say which; write at first, then second or: loss over points mean
      ! 9:1 a descent takes at least one step
      ----
      weight w
      input x
      loss L = w^2*x
      given x = 1
      descend rate 0.1
      ! 5:1 a step needs values, and there is none for w; write: at first: w = …
      ----
      weight v frozen
      weight w
      input x
      z = w*x + v
      loss L = z^2
      given w = 1, v = 2, x = 1, eta = 1
      descend rate 1 on v
      descend rate 1 on z
      descend rate eta = 2 on w
      ! 7:19 'v' is frozen, so no step moves it
      ! 8:19 'z' is computed; a step moves declared names
      ! 9:14 'eta' has two values for one descent: 1 and 2
      ----
      weight w frozen
      loss L = w^2
      given w = 1
      descend rate 1
      derive dL/dw
      ! 4:1 there is no weight or bias that a step could move
      ----
      weight w
      z = w^2
      given w = 1
      derive dz/dw
      descend rate 1
      ! 5:1 there is no loss that a step could lessen
      ----
      weight w
      loss L = relu(w)
      convention relu'(0) = undefined
      given w = 0
      descend rate 1
      ! 5:1 step 1 cannot move 'w': there is no value of 'dL/dw', since w = 0 is on the kink of 'relu', and the convention is relu'(0) = undefined
      ----
      weight w
      loss L = w^2
      given w = 1e150
      descend rate 1e200
      ! 4:1 step 1 cannot move 'w': there is no value of 'w'
      ----
      weight w, v
      loss L = |max(w, v)|
      convention max' at a tie = undefined
      given w = 1, v = 1
      descend rate 1 on w
      ! 5:1 step 1 cannot move 'w': there is no value of 'dL/dw', since w = 1 is on the kink of 'max', and the convention is max' at a tie = undefined
      ----
      weight w
      loss L = |w|
      convention abs'(0) = undefined
      given w = 0
      descend rate 1
      ! 5:1 step 1 cannot move 'w': there is no value of 'dL/dw', since w = 0 is on the kink of 'abs', and the convention is abs'(0) = undefined
      ----
      weight w
      input x
      function g(u) = u*relu(u)
      loss L = g(w*x) + x
      convention relu'(0) = undefined
      given w = 0, x = 1
      descend rate 1
      ! 7:1 step 1 cannot move 'w': there is no value of 'dL/dw', since w * x = 0 is on the kink of 'relu', and the convention is relu'(0) = undefined
      ----
      # values
      input x
      weight w
      h_1 = relu(w*x)
      z_2 = log(h_1)
      loss L = z_2
      at first: x = 1, w = -1
      at second: x = 1, w = 1
      at third: x = 0, w = 1
      ! 4:7 z_2 = log(h_1) has no value at point 'first': h_1 = 0 there, and log needs a positive number
      ! 4:7 z_2 = log(h_1) has no value at point 'third': h_1 = 0 there, and log needs a positive number
      ----
      weight w
      loss L = sqrt(1 - w) + w^(1/3)
      at w = 3
      at w = -8
      ! 2:10 L = sqrt(1 - w) + w^(1/3) has no value at point 1: 1 - w = -2 there, and sqrt needs a number that is not negative
      ! 2:10 L = sqrt(1 - w) + w^(1/3) has no value at point 2: w = -8 there, and the power needs a base that is not negative
      ----
      input x
      weight w
      h = w*x
      loss L = 1/h
      at x = 0, w = 1
      ! 4:10 L = 1 / h has no value: it divides by h = 0
      ----
      function g(u) = 1/(u - 1)
      input x
      y = g(x + 1)
      derive dy/dx
      at x = 0
      ! 3:5 y = g(x + 1) has no value: it divides by x + 1 - 1 = 0
      ----
      input x
      weight w
      loss L = w*x + 9^9^9^9
      z = log(0)*x
      ! 3:10 L = w * x + 9^9^9^9 has no value: 9^9^9 is too large a number
      ! 4:5 z = log(0) * x has no value: its argument is 0, and log needs a positive number
      ----
      input x
      weight w
      loss L = w*x
      given w = 9^9^9^9, x = 1/0
      ! 4:11 9^9^9^9 has no value: 9^9^9 is too large a number
      ! 4:24 1 / 0 has no value: it divides by 0
      ----
      input x
      z = {x if x > 0}
      derive dz/dx
      at x = -1
      ! 2:5 z = {x if x > 0} has no value: none of its cases holds there
      ----
      weight w
      loss L = sqrt(w)
      given w = 0
      ! 2:10 dL/dw = 1 / (2 * L) has no value: it divides by 2 * L = 0
      ----
      weight w
      loss L = sqrt(w)
      given w = 1
      descend rate 10
      ! 2:10 L = sqrt(w) has no value after step 1: w = -4 there, and sqrt needs a number that is not negative
      ----
      weight w
      loss L = w^2
      given w = 3
      descend rate 1000 times 100 show last
      ! 2:10 L = w^2 has no value in step 48: w^2 is too large a number
      ----
      # sizes and shapes
      size n, n, m = 3
      input x : n x q
      input v : 0
      input u : 1/2
      weight m
      weight W[k] for n in 1..m
      ! 1:9 'n' is already defined on line 1
      ! 2:15 nothing is called 'q'
      ! 3:11 the size '0' must be at least 1
      ! 4:11 '1/2' is no size: a size is a whole number, perhaps in letters for sizes
      ! 5:8 'm' is already defined on line 1
      ! 6:10 nothing is called 'k'
      ! 6:13 'n' is already defined on line 1
      ----
      size n, d = 2
      input x : n
      input X : n x d
      input s
      y = 2*x
      derive dy/dx
      at x = 1, X = [1, 2; 3], s = [1, 2]
      at x = [1, 2; 3, 4], X = [1, 2, 3]
      at x = [1, 2], X = [1, 2], n = 3
      at n = 0, x = [log(2), y]
      ! 7:4 'x' is n x 1, so its value is a matrix or a vector, not a single number; one of size 1 is written [1]
      ! 7:22 the rows of a matrix are equally long: row 1 has 2, row 2 has 1 entry
      ! 7:26 's' is a scalar, so its value is a single number, not 1 x 2; is it declared s : 2?
      ! 8:4 'x' is n x 1, and this value is 2 x 2
      ! 8:22 'X' is n x 2, and this value is 1 x 3
      ! 9:16 'n' is bound to two sizes by the data: 2 by x, 1 by X
      ! 9:28 'n' is bound to two sizes by the data: 2 by x, 3 by this value
      ! 10:4 the size 'n' must be at least 1
      ! 10:24 a number is due here, and 'y' is none
      ----
      size n
      input x : 2*n
      z = 3*x
      derive dz/dx
      at x = [1, 2, 3]
      ! 5:4 '2*n' cannot be 3, whatever the size 'n' is
      ----
      size n
      input x : n
      z = 3*x
      derive dz/dx
      at first: x = [1, 2]
      at second: x = [1, 2, 3]
      ! 6:1 another size than at the first point cannot be used yet
      ----
      size n, k
      target y : k one-hot
      target Y : n x k one-hot
      target c in 1..k
      z = 3*y
      derive dz/dy
      at y = [0, 1, 1], Y = [1, 0, 0; 0, 0, 0], c = 4
      at y = [0, 1, 2], Y = [1, 0, 0; 0, 1, 0], c = 3
      ! 7:4 'y' is declared one-hot, so it cannot be [0, 1, 1]; one entry is 1, the others are 0
      ! 7:19 'Y' is declared one-hot, so it cannot be [0, 0, 0]; one entry is 1, the others are 0
      ! 7:43 'c' is declared in 1..k, so it cannot be 4
      ! 8:4 'y' is declared one-hot, so it cannot be [0, 1, 2]; one entry is 1, the others are 0
      ----
      size n
      input x : n
      loss L = 2*x
      W_{1,2} = 3
      ! 3:6 a loss is a single number, and 'L' is n x 1; write sum(…) or norm2(…)^2 around it
      ! 4:4 an entry with a definition of its own cannot be used yet
      ----
      # families
      size L, T, d
      input x : d
      weight W[k] : d x d for k in 1..L
      weight V[k] : d x d for k in 2..L
      z[k] = W[k]*z[k-1] for k in 1..L
      u[k] = V[k]*x for k in 1..L
      v[t] = W[t]*x for t in 1..T
      s = sum(t in 1..T, W[t]*x) + W[0]*x + W[3]*x + W[L+1]*x
      derive ds/dx
      ! 5:13 there is no 'z[0]' to start from, only z[k] for k in 1..L; write: z[0] = …
      ! 6:8 there is no 'V[1]', but there is V[k] for k in 2..L
      ! 7:8 there is no 'W[T]', but there is W[k] for k in 1..L
      ! 8:20 there is no 'W[T]', but there is W[k] for k in 1..L
      ! 8:30 there is no 'W[0]', but there is W[k] for k in 1..L
      ! 8:48 there is no 'W[L+1]', but there is W[k] for k in 1..L
      ----
      size L, d
      input x : d
      z[0] = x
      z[k] = concat(z[k-1], z[k-1]) for k in 1..L
      derive dz[L]/dx
      ! 4:1 the shape of 'z[k]' does not follow from its start, or differs from member to member
      ----
      size L
      input x
      a[k] = b[k] + x for k in 1..L
      b[k] = a[k+1] for k in 1..L
      c[k] = e[k+1] + x for k in 1..L
      e[k] = c[k-1] for k in 1..L
      derive de[L]/dx
      ! 4:8 there is no 'a[L+1]' to start from, only a[k] for k in 1..L; write: a[L+1] = …
      ! 5:8 there is no 'e[L+1]' to start from, only e[k] for k in 1..L; write: e[L+1] = …
      ! 5:8 'c[k]' is defined through itself: c[k] -> e[k] -> c[k]
      ! 6:8 there is no 'c[0]' to start from, only c[k] for k in 1..L; write: c[0] = …
      ----
      size n, L
      input x : n
      z[0] = x
      z[k] = 2*z[k-1] for k in 1..L
      loss E = x_3^2 + z[3]_1
      derive dE/dx
      at x = [1, 2], L = 2
      ! 5:10 at the sizes of the data there is no 'x_{3}'
      ! 5:10 at the sizes of the data there is no 'z[3]_{1}'
      ----
      size n, L
      input x : n
      z[0] = x
      z[k] = 2*z[k-1] for k in 1..L
      loss E = sum(z[L])
      derive dE/dx
      at x = [1, 2], L = 99999
      ! 1:1 written out entry by entry, a network may have up to 100000 quantities
      ----
      size n, m
      input x : n
      weight W : m x n
      loss E = sum(W*x)
      at x = [1, 2]
      ! 5:1 this point has no value for m
      ----
      size n, m = 2
      input x : n
      weight W : m x n
      loss E = sum(W*x)
      at x = [1, 2]
      ! 5:1 this point has no value for W
      ----
      # definitions entry by entry
      size n, m
      input x : n
      weight W : m x n
      a_{x} = x_1
      b_{j,j} = W_{j,1}
      c_j = x_j + W_{j,1}
      d_{i,j} = x_i
      e_{2} = x_1
      f_j = W_{j,:}
      g_j = x_{j+1}
      ! 4:4 'x' has a meaning already; an entry by its formula has letters of its own; take another: i
      ! 5:6 'j' has a meaning already; an entry by its formula has letters of its own; take another: i
      ! 6:3 'j' runs to n in one index and to m in another
      ! 7:6 how far 'j' runs does not follow: it stands in no index on the right
      ! 8:4 an entry with a definition of its own cannot be used yet
      ! 9:7 a scalar is due here, and W_{j,:} is 1 x n
      ! 10:3 how far 'j' runs does not follow: it stands in no index on the right
      ----
      size n, d = 3
      input X : n x d
      target y : n
      weight W[1] : d+1 x 4
      weight W[2] : 5
      A = concat(X, 1)
      D = relu(A * W[1])
      E = D * W[2]
      loss L = norm2(E - y)^2
      ! 8:9 W[2] is 5 x 1, D is n x 4: the inner sizes 4 and 5 differ; did you forget the column of ones?
      ----
      input A : 2 x 3
      weight B : 3 x 2
      weight b : 2
      z = A * B * b + B
      loss L = sum(A .* B)
      ! 4:17 B is 3 x 2, A * B * b is 2 x 1: they do not go together entry by entry; did you forget the transpose in B'?
      ! 5:19 B is 3 x 2, A is 2 x 3: they do not go together entry by entry; did you forget the transpose in B'?
      ----
      input x : 2
      weight W : 3 x 2
      z = W * x
      loss L = z_4^2 + W_{3,3} + 1 / z
      ! 4:12 the index 4 is out of range: z is 3 x 1
      ! 4:23 the index 3 is out of range: W is 3 x 2
      ! 4:32 only a scalar divides, and z is 3 x 1; entry by entry, write 1 ./ z
      ----
      size L = 3
      weight w[k] for k in 1..L
      input x
      z[0] = x
      z[k] = w[k] * z[k-1] for k in 1..L
      loss E = z[4]^2
      ! 6:10 there is no 'z[4]', but there is z[0] to z[3]
      ----
      size n, d
      weight W : n x d
      input Z : 0 x d
      P = softmax(W)
      loss L = sum(P)
      ! 3:11 the size '0' must be at least 1
      ! 4:5 'softmax' of a matrix works along its rows or its columns; write softmax(W, rows) or softmax(W, columns)
      ----
      # shapes in families: of the first member that does not fit
      size L
      size n[k] for k in 0..L
      input x : n[0]
      weight W[k] : n[k] x n[k-1] for k in 1..L
      weight b[k] : n[k-1] for k in 1..L
      z[0] = x
      a[k] = W[k] * z[k-1] + b[k] for k in 1..L
      z[k] = tanh(a[k]) for k in 1..L
      loss E = norm2(z[L])^2
      ! 7:24 b[k] is n[0] x 1, W[k] * z[k-1] is n[1] x 1: they do not go together entry by entry (at k = 1)
      ----
      size L
      size n[k] for k in 0..L
      input x : n[0]
      weight W[k] : n[k] x n[k] for k in 1..L
      z[0] = x
      z[k] = tanh(W[k] * z[k-1]) for k in 1..L
      loss E = norm2(z[L])^2
      ! 6:20 z[k-1] is n[0] x 1, W[k] is n[1] x n[1]: the inner sizes n[1] and n[0] differ (at k = 1)
      ----
      # families used outside their range
      size L, d
      input x : d
      weight W[k] : d x d for k in 1..L
      z[0] = x
      z[k] = tanh(W[k] * z[k-1]) for k in 1..L
      loss E = norm2(z[L])^2
      name delta[k] = dE/dz[k+1] for k in 1..L
      name last = dE/dz[s]
      derive dE/dz[L+1], dE/dW[0], dE/dz[k+1]
      ! 7:17 there is no 'z[L+1]', but there is z[k] for k in 1..L
      ! 8:13 nothing is called 's'
      ! 9:12 there is no 'z[L+1]', but there is z[k] for k in 1..L, z[0]
      ! 9:24 there is no 'W[0]', but there is W[k] for k in 1..L
      ----
      size L
      input x
      z[0] = x
      z[k] = tanh(z[k-1]) for k in 1..L
      loss E = z[-1] + z[L+1]
      derive dE/dx
      ! 5:10 there is no 'z[-1]', but there is z[k] for k in 1..L, z[0]
      ! 5:18 there is no 'z[L+1]', but there is z[k] for k in 1..L, z[0]
      ----
      size T = 3, d = 2
      input x[t] : d for t in 1..T
      weight W : d x d
      h[t] = tanh(W * h[t-1] + x[t]) for t in 1..T
      loss E = sum(t in 1..T, norm2(h[t])^2)
      at x[4] = [1, 2]
      ! 4:17 there is no 'h[0]' to start from, only h[1] to h[3]; write: h[0] = …
      ! 6:4 there is no 'x[4]', but there is x[1] to x[3]
      ----
      size L
      function φ[k](a) for k in 1..L
      input x
      y = φ[0](x) + φ[L+1](x)
      derive dy/dx
      ! 4:5 there is no 'φ[0]', but there is φ[k] for k in 1..L
      ! 4:15 there is no 'φ[L+1]', but there is φ[k] for k in 1..L
      ----
      size L
      size n[k] for k in 0..L
      weight V[k] : n[k+1] x n[k] for k in 1..L
      weight U[k] : n[k] x n[L-k] for k in 0..L+1
      weight T[k] : n[k+1] x n[L-k] for k in 0..L-1
      loss E = norm2(V[1])^2
      ! 3:15 there is no 'n[L+1]', but there is n[k] for k in 0..L
      ! 4:15 there is no 'n[L+1]', but there is n[k] for k in 0..L
      ! 4:22 there is no 'n[-1]', but there is n[k] for k in 0..L
      ----
      size L = 2
      size n[k] for k in 0..L
      weight V[k] : n[k+1] x n[k] for k in 1..L
      loss E = norm2(V[1])^2
      ! 3:15 there is no 'n[3]', but there is n[k] for k in 0..2
      ----
      # sizes that cannot be; the rest is read all the same
      size n = 0, m = -1, p = 1/2, q = 10000000
      input x : n
      input X : 2 x 0
      weight W[k] : 0 for k in 1..2
      loss L = sum(y)
      ! 1:6 the size 'n' must be at least 1
      ! 1:13 the size 'm' must be at least 1
      ! 1:25 '1/2' is no size: a size is a whole number, perhaps in letters for sizes
      ! 1:34 a whole number up to 1000000 is due here
      ! 3:15 the size '0' must be at least 1
      ! 4:15 the size '0' must be at least 1
      ! 5:14 nothing is called 'y'
      ----
      # values that cannot be
      weight W : 2 x 2
      weight v : 2
      loss L = sum(W*v)
      at a: W = [[1, 2], [3, 4]], v = [1, 2, 3]
      at b: W = [1, 2, 3, 4], v = [1, [2, 3]]
      at c: W = eye(3), v_{1} = [1, 2]
      at d: W = 2*W, v_3 = 1
      ! 4:11 the rows of a matrix stand in one pair of brackets, with ';' between; write [1, 2; 3, 4]
      ! 4:29 'v' is 2 x 1, and this value is 3 x 1
      ! 5:7 'W' is 2 x 2, and this value is 1 x 4
      ! 5:33 a scalar is due here, and [2, 3] is 2 x 1
      ! 6:7 'W' is 2 x 2, and this value is 3 x 3
      ! 6:19 'v_{1}' is a scalar, so its value is a single number, not 1 x 2
      ! 7:11 a number is due here, and 'W' is none
      ! 7:18 the index 3 is out of range: v is 2 x 1
      ----
      target y : 3 one-hot
      weight z : 3
      loss L = -dot(y, log(softmax(z)))
      given y_1 = 1
      at a: z = [1, 2, 3], y_2 = 1, y_3 = 0
      at b: z = [1, 2, 3], y_2 = 0, y_3 = 0
      ! 4:7 'y' is declared one-hot, so it cannot be [1, 1, 0]; one entry is 1, the others are 0
      ----
      # primes that are there already
      size n, d
      input X : n x d
      A = X' * X' + X
      B = X .* X'
      derive dB/dX
      ! 3:10 X' is d x n, X' is d x n: the inner sizes n and d differ; did you forget the dot in X' .* X'?
      ! 4:10 X' is d x n, X is n x d: they do not go together entry by entry
      ----
      size n, d
      input T : 2 x 3 x 4
      input U : -n
      input A : n x -d
      loss L = sum(A) + sum(ones(-n))
      ! 2:11 a shape of 3 sizes cannot be used yet
      ! 3:11 the size '-n' must be at least 1
      ! 4:15 the size '-d' must be at least 1
      ! 5:28 the size '-n' must be at least 1
      """;

  record Case(String network, List<String> faults) {
    @Override
    public String toString() {
      return faults.getFirst();
    }
  }

  static Stream<Case> cases() {
    return Arrays.stream(TABLE.split("(?m)^----\n")).map(BadNetworkTest::readCase);
  }

  private static Case readCase(String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("# ")).toList();
    String network =
        lines.stream().filter(line -> !line.startsWith("! ")).collect(Collectors.joining("\n"));
    List<String> faults =
        lines.stream().filter(line -> line.startsWith("! ")).map(l -> l.substring(2)).toList();
    return new Case(network, faults);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrong(Case bad) {
    assertThat(Networks.faults(bad.network).stream().map(Networks::told))
        .containsExactlyElementsOf(bad.faults);
  }

  @Test
  void everyFaultOfNetworksStandsInTheTable() {
    Set<Fault> told =
        cases()
            .flatMap(bad -> Networks.faults(bad.network).stream())
            .map(Diagnostic::fault)
            .collect(Collectors.toSet());
    assertThat(Fault.values())
        .filteredOn(fault -> fault.compareTo(Fault.DEFINED_TWICE) >= 0)
        .allMatch(told::contains);
  }

  @Test
  void aStatementThatCannotBeReadDoesNotMakeItsNamesUnknown() {
    List<Diagnostic> faults =
        Networks.faults("weight w w2\ninput x\nloss L = (w2*x)^2 + v\nat x = 1");
    assertThat(faults).extracting(Diagnostic::line).containsExactly(1, 3);
    assertThat(faults.getLast().sentence()).isEqualTo("nothing is called 'v'");
  }

  @Test
  void latexIsToldOnceAndCostsNoName() {
    List<Diagnostic> faults =
        Networks.faults(
            "input x\n"
                + "z_1 = \\sigma(x)\n"
                + "z_2 &= \\frac{x}{2}\n"
                + "z_3 = \\cdot\n"
                + "loss L = z_1 + z_2 + z_3 + v");
    assertThat(faults).extracting(Diagnostic::line).containsExactly(2, 5);
    assertThat(faults.getLast().sentence()).isEqualTo("nothing is called 'v'");
  }

  @Test
  void listsAsManyFaultsAsAPersonWouldRead() {
    StringBuilder text = new StringBuilder("input x\nderive dx/dx\n");
    for (int i = 0; i < 500; i++) {
      text.append("a_").append(i).append(" = unknown\n");
    }
    List<Diagnostic> faults = Networks.faults(text.toString());
    assertThat(faults).hasSize(101);
    assertThat(faults.getLast().fault()).isEqualTo(Fault.TOO_MANY_FAULTS);
  }
}
