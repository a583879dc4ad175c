# URLS-FILE OUT-FILE DELAY [extract]: fetches each address with Scrapy; with 'extract' trafilatura reads each page.
# Prints {"pages": …} last.
import usage  # noqa: F401, first: it measures
import json
import sys

import scrapy
from scrapy.crawler import CrawlerProcess

urls_file, out_file, delay, *more = sys.argv[1:]
extracting = "extract" in more
if extracting:
    import trafilatura

done = 0


class Pages(scrapy.Spider):
    name = "pages"

    async def start(self):
        with open(urls_file) as file:
            for line in file:
                yield scrapy.Request(line.strip(), dont_filter=True)

    def parse(self, response):
        global done
        if response.status != 200:
            return
        if extracting:
            text = trafilatura.extract(
                response.text, url=response.url, output_format="json", with_metadata=True
            )
            if text is None:
                return
            out.write(text.replace("\n", " ") + "\n")
        done += 1


with open(out_file, "w") as out:
    process = CrawlerProcess(
        {
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
            "COOKIES_ENABLED": False,
            "ROBOTSTXT_OBEY": False,
            "CONCURRENT_REQUESTS": 50,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 8 if float(delay) == 0 else 1,
            "DOWNLOAD_DELAY": float(delay),
            "RANDOMIZE_DOWNLOAD_DELAY": False,
            "RETRY_TIMES": 1,
        }
    )
    process.crawl(Pages)
    process.start()
print(json.dumps({"pages": done}))
