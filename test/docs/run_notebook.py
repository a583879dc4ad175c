"""The path of a notebook -> its code cells run in order, in one namespace, as a kernel would."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    cells = [cell for cell in json.load(file)["cells"] if cell["cell_type"] == "code"]
namespace = {"__name__": "__main__"}
for number, cell in enumerate(cells, 1):
    source = "".join(cell["source"])
    exec(compile(source, f"cell {number}", "exec"), namespace)
