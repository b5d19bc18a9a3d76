"""The greatest flow through a network, by OR-tools: its amount, and the seconds of the solver alone."""

import sys
import time

import numpy
from ortools.graph.python import max_flow

arcs = numpy.fromfile(sys.argv[1], dtype="<i4").reshape(-1, 3)
solver = max_flow.SimpleMaxFlow()
solver.add_arcs_with_capacity(arcs[:, 0].copy(), arcs[:, 1].copy(), arcs[:, 2].astype(numpy.int64))
start = time.perf_counter()
status = solver.solve(0, 1)
seconds = time.perf_counter() - start
assert status == solver.OPTIMAL, status
print(solver.optimal_flow(), seconds)
