r"""Names of files that people hand in.

>>> cleaned("C:\\fakepath\\证书.pdf"), cleaned("../../etc/passwd")
('证书.pdf', 'passwd')
>>> cleaned("图\u202egpj.exe"), cleaned("a\x00.pdf"), cleaned("x" * 300)
(None, None, None)
>>> extension("证书.PDF"), extension("a.tar.gz"), extension("image0"), extension(".htm")
('pdf', 'gz', '', 'htm')
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200  # characters; file systems take 255 bytes
# letters that turn the reading direction make exe.pdf of fdp.exe
_TURNING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")


def cleaned(name: str) -> str | None:
    """The name without folders; None when it hides something or is too long."""
    last = re.split(r"[/\\]", name or "")[-1].strip()
    hidden = any(unicodedata.category(letter) in ("Cc", "Cs") for letter in last)
    if hidden or _TURNING.search(last) or len(last) > LONGEST:
        return None
    return last.rstrip(". ") or "file"


def extension(name: str) -> str:
    """What a computer would open the file by, in small letters."""
    return name.rpartition(".")[2].lower().strip() if "." in name else ""
