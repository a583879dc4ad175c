# The peer on the same pages. In: the folder of the sets and one for predictions; out: <set>.json for each set, and its CPU
# seconds per 1,000 pages (metadata included, as ours).
#   python3 -m venv V && V/bin/pip install trafilatura==2.3.1 lxml_html_clean && V/bin/python test/extraction/peer.py FOLDER OUT
import gzip
import json
import os
import sys
import time

import trafilatura

root, out = sys.argv[1:3]
os.makedirs(out, exist_ok=True)
for name in ("aeb", "fundus", "fundusev", "wcxb", "traf"):
    truth = json.load(open(f"{root}/{name}/ground-truth.json"))
    pages = {key: gzip.open(f"{root}/{name}/html/{key}.html.gz").read() for key in truth}
    predictions, spent = {}, time.process_time()
    for key, page in pages.items():
        try:
            read = trafilatura.bare_extraction(page, with_metadata=True)
        except Exception:  # a page that the peer cannot read counts as empty
            read = None
        fields = read.as_dict() if read is not None else {}
        predictions[key] = {
            "articleBody": fields.get("text") or "",
            "title": fields.get("title") or "",
            "date": fields.get("date"),
            "author": [part for part in (fields.get("author") or "").split("; ") if part],
        }
    spent = time.process_time() - spent
    json.dump(predictions, open(f"{out}/{name}.json", "w"))
    print(f"{name:9} {len(pages)} pages, CPU {spent / len(pages) * 1000:.1f} s per 1,000", flush=True)
