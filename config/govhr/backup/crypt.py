"""gpg as a pipe: encrypting needs a public key file and no keyring."""

import contextlib
import subprocess
import tempfile
import time
from pathlib import Path

from ..errors import Stop

GPG = ["gpg", "--batch", "--no-options", "--yes"]


def check_public_key(path):
    """Refuse what could not be decrypted later, or should not lie on this machine."""
    if not path.is_file():
        raise Stop(f"the public key {path} is not there / 缺少公钥文件（见 config/README.md）")
    command = [*GPG, "--with-colons", "--show-keys", str(path)]
    with _home() as home:
        done = subprocess.run(
            [*command[:1], "--homedir", home, *command[1:]],
            capture_output=True, text=True,
        )  # fmt: skip
    lines = [line.split(":") for line in done.stdout.splitlines()]
    if any(line[0] in ("sec", "ssb") for line in lines):
        raise Stop(
            f"{path} holds a private key: keep that on another machine and give "
            "`gpg --export --armor NAME` here / 此文件含私钥，请只导出公钥"
        )
    # field 12: what the key may do; E is encrypting by some usable part of it
    keys = [line for line in lines if line[0] == "pub"]
    if len(keys) != 1:
        raise Stop(f"{path} must hold one public key / 文件中应有且只有一个公钥")
    if "E" not in keys[0][11] or "D" in keys[0][11]:
        expired = keys[0][6] and int(keys[0][6]) < time.time()
        why = "has expired / 公钥已过期" if expired else "cannot encrypt / 公钥不能用于加密"
        raise Stop(f"the key in {path} {why}")


@contextlib.contextmanager
def _home():
    """gpg wants a folder for a keyring; this one stays empty."""
    with tempfile.TemporaryDirectory(prefix="govhr-") as folder:
        yield folder


@contextlib.contextmanager
def encrypting(key, target):
    """A stream; what is written to it lands encrypted in ``target``."""
    with _home() as home:
        command = [
            *GPG, "--homedir", home, "--trust-model", "always", "--recipient-file",
            str(key), "--compress-algo", "none", "--output", str(target), "--encrypt",
        ]  # fmt: skip
        with _piped(command, subprocess.PIPE, None, target) as process:
            yield process.stdin
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()


@contextlib.contextmanager
def decrypting(path):
    """The stream of what was encrypted; the private key is in the user's keyring."""
    command = ["gpg", "--quiet", "--no-options", "--decrypt", str(path)]
    with _piped(command, None, subprocess.PIPE, path) as process:
        yield process.stdout
        process.stdout.read()  # to the end: gpg checks the whole against change there


@contextlib.contextmanager
def _piped(command, stdin, stdout, path):
    """The running gpg; its own words explain a failure of the block too."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=errors)
        try:
            yield process
        except (BrokenPipeError, EOFError, OSError) as reason:
            process.wait()
            raise Stop(_words(errors, path, reason)) from reason
        except BaseException:
            process.kill()
            raise
        finally:
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    stream and stream.close()
            process.wait()
        if process.returncode:
            raise Stop(_words(errors, path, f"gpg ended with {process.returncode}"))


def _words(errors, path, reason):
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    said = "; ".join(lines[-2:]) or reason
    return f"{Path(path).name}: {said} / 加密或解密失败"
