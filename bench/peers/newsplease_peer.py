# URLS-FILE OUT-FILE: fetches and reads each address with news-please. Prints {"pages": …} last.
import usage  # noqa: F401, first: it measures
import json
import sys

from newsplease import NewsPlease

urls_file, out_file = sys.argv[1:3]
with open(urls_file) as file:
    urls = [line.strip() for line in file]
done = 0
with open(out_file, "w") as out:
    for article in NewsPlease.from_urls(urls, {"timeout": 60}, fetch_images=False).values():
        if not article or not article.maintext:
            continue
        out.write(json.dumps(article.get_serializable_dict()) + "\n")
        done += 1
print(json.dumps({"pages": done}))
