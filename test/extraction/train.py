# Trains the judge of blocks. In: the folder that dump.ts wrote; out: pipeline/extract/judge/weights.gen.json, and with --check
# the opinions of five-fold cross-validation by publisher (no page is judged by trees that saw its publisher).
#   python3 -m venv V && V/bin/pip install lightgbm numpy && V/bin/python test/extraction/train.py DUMP weights.gen.json [--check]
import argparse
import json
import zlib
from urllib.parse import urlparse

import lightgbm
import numpy

TREES = 400
PARAMETERS = dict(
    objective="binary",
    learning_rate=0.05,
    num_leaves=15,
    min_data_in_leaf=80,
    min_sum_hessian_in_leaf=0.5,
    feature_fraction=0.4,
    bagging_fraction=0.7,
    bagging_freq=1,
    lambda_l2=5,
    max_bin=63,
    seed=7,
    deterministic=True,
    num_threads=2,
    verbose=-1,
)
FOLDS = 5
# Weight of one labelled block of the set that has segments only; a page of the other sets weighs 10.
SEGMENT_WEIGHT = 0.3


def publisher(page):
    """Pages of one publisher share a fold, over all sets."""
    if page["set"] in ("fundus", "fundusev"):
        return page["id"].split("_")[1 if page["set"] == "fundus" else 0].lower()
    host = urlparse(page["url"].replace("hard::", "")).hostname or page["url"]
    dull = {"com", "co", "org", "net", "www", "uk", "de", "www2", "m"}
    parts = [part for part in host.split(".") if part not in dull]
    return parts[-1] if parts else host


def weights_of(pages, labels, sizes):
    """Every page weighs the same; within it a block weighs the root of its words."""
    weights = numpy.zeros(len(labels))
    for page in pages:
        rows = slice(page["from"], page["from"] + page["count"])
        known = labels[rows] >= 0
        if page["set"] == "traf":
            weights[rows] = known * SEGMENT_WEIGHT
            continue
        share = numpy.sqrt(sizes[rows] + 1.0) * known
        if share.sum() > 0:
            weights[rows] = share / share.sum() * 10
    return weights


def fit(features, labels, weights, rows):
    data = lightgbm.Dataset(features[rows], labels[rows], weight=weights[rows])
    return lightgbm.train(PARAMETERS, data, TREES)


def preorder(node):
    """A tree as a flat list: [feature, threshold] with its left child next, [-1, value] for a leaf."""
    if "leaf_value" in node:
        return [-1, round(node["leaf_value"], 4)]
    split = [node["split_feature"], float(f"{node['threshold']:.5g}")]
    return split + preorder(node["left_child"]) + preorder(node["right_child"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dump")
    parser.add_argument("out")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    pages = json.load(open(f"{options.dump}/pages.json"))
    names = json.load(open(f"{options.dump}/names.json"))
    labels = numpy.fromfile(f"{options.dump}/labels.bin", numpy.float32)
    sizes = numpy.fromfile(f"{options.dump}/sizes.bin", numpy.float32)
    features = numpy.fromfile(f"{options.dump}/features.bin", numpy.float32).reshape(len(labels), -1)
    weights = weights_of(pages, labels, sizes)
    known = labels >= 0
    if options.check:
        fold = numpy.concatenate(
            [numpy.full(page["count"], zlib.crc32(publisher(page).encode()) % FOLDS) for page in pages]
        )
        opinions = numpy.zeros(len(labels))
        for number in range(FOLDS):
            model = fit(features, labels, weights, numpy.where(known & (fold != number))[0])
            opinions[fold == number] = model.predict(features[fold == number])
        opinions.tofile(f"{options.dump}/opinions.bin")
        return
    model = fit(features, labels, weights, numpy.where(known)[0]).dump_model()
    trees = [preorder(tree["tree_structure"]) for tree in model["tree_info"]]
    with open(options.out, "w") as file:
        json.dump({"names": names, "trees": trees}, file, separators=(",", ":"))
        file.write("\n")


main()
