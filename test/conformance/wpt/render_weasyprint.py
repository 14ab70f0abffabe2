"""Pages of web-platform tests as PDFs by WeasyPrint: a line of JSON in for each, one out."""

import json
import logging
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
root = Path(sys.argv[1]).resolve()


class Checkout(URLFetcher):
    """Files of the checkout and data: URIs, and nothing else."""

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.netloc != "checkout.test":
            raise ValueError(f"not in the checkout: {url}")
        return URLFetcherResponse(url, (root / unquote(parts.path).lstrip("/")).read_bytes())


for line in sys.stdin:
    job = json.loads(line)
    try:
        page = HTML(string=job["html"], base_url="http://checkout.test/" + job["path"], url_fetcher=Checkout())
        page.write_pdf(job["out"], stylesheets=[CSS(string=job["css"])])
        error = None
    except Exception as reason:
        error = f"{type(reason).__name__}: {reason}"[:300]
    print(json.dumps({"error": error}), flush=True)
