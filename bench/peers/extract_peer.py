# trafilatura|news-please: {url, html} lines on stdin → one line of JSON for each on stdout.
import usage  # noqa: F401, first: it measures
import json
import sys

if sys.argv[1] == "trafilatura":
    import trafilatura

    def read(url, html):
        return trafilatura.extract(html, url=url, output_format="json", with_metadata=True)

else:
    from newsplease import NewsPlease

    def read(url, html):
        article = NewsPlease.from_html(html, url=url, fetch_images=False).get_serializable_dict()
        return json.dumps({"title": article["title"], "text": article["maintext"]})


for line in sys.stdin:
    page = json.loads(line)
    print((read(page["url"], page["html"]) or "{}").replace("\n", " "))
