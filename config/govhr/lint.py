"""``make lint``: pre-commit over all files, with the tools of the virtual environment.

The hooks are local ones: nothing is cloned, so the lint works where only package
registries can be reached, and every version stands in the requirement files.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import locks, paths
from .errors import Stop
from .progress import Step

NODE = paths.CONFIG / "node"  # package.json and its lock: prettier and its XML plugin


def main(hook=""):
    bin_folder = Path(sys.executable).parent
    prettier = ensure_prettier(bin_folder)
    env = {
        **os.environ,
        "PATH": os.pathsep.join([str(prettier), str(bin_folder), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(paths.cache() / "pre-commit"),
        "NODE_PATH": str(prettier.parent),
    }
    command = ["pre-commit", "run", "--all-files", *([hook] if hook else [])]
    return subprocess.run(command, cwd=paths.CHECKOUT, env=env).returncode


def ensure_prettier(bin_folder):
    """Install the pinned npm packages into the cache once; the folder of programs."""
    text = "".join(p.read_text(encoding="utf-8") for p in sorted(NODE.glob("*.json")))
    target = paths.cache() / f"node-{paths.digest(text)[:12]}"
    with locks.only_one(paths.cache() / ".node.lock"):
        if not (target / ".ready").exists():
            _install(bin_folder, target)
    return target / "node_modules" / ".bin"


def _install(bin_folder, target):
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in NODE.glob("*.json"):
        shutil.copy(path, target)
    log = paths.log_file("npm")
    env = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    with Step("Installing prettier"), open(log, "wb") as handle:
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=target, env=env, stdout=handle, stderr=subprocess.STDOUT,
        )  # fmt: skip
    if done.returncode:
        raise Stop(f"prettier could not be installed (log: {log}) / 无法安装 prettier")
    (target / ".ready").touch()
