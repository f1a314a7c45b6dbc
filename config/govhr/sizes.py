"""The size budget of house style: a file has at most 300 lines, a function 40.

Counted over Python that ships: tests and migrations are left out.
"""

import ast

from . import paths

FILE_LINES, FUNCTION_LINES = 300, 40
LEFT_OUT = {"tests", "migrations", "__pycache__"}


def check(root=paths.CHECKOUT):
    """Complaints, one line each; an empty list when all is within the budget."""
    found = []
    for folder in ("addons", "config"):
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root)
            if not LEFT_OUT & set(name.parts):
                found += check_file(str(name), path.read_text(encoding="utf-8"))
    return found


def check_file(name, text):
    found = []
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        found.append(f"{name}: {lines} lines, {FILE_LINES} at most")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(
                    f"{name}:{node.lineno}: {node.name} has {length} lines, "
                    f"{FUNCTION_LINES} at most"
                )
    return found


def main():
    found = check()
    for complaint in found:
        print(complaint)  # pylint: disable=print-used
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
