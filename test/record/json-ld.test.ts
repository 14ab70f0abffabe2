import { toJsonLd } from "briefwright/record";
import { describe, expect, it } from "vitest";
import { recordOf } from "./offences.ts";

const rows = "Kent,2017/18,114,2019-01\nKent,2018/19,274,2019-01\n";

describe("linked data", () => {
  it("says of datasets, figures and reviewed claims what the briefing prints", async () => {
    const { record } = await recordOf(rows);
    expect(toJsonLd(record)).toMatchObject({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Report", name: "Offences in Kent", author: { name: "A charity" } },
        {
          "@type": "Dataset",
          name: "Recorded offences",
          temporalCoverage: "2017-04-01/2019-03-31",
          spatialCoverage: [{ name: "Kent" }],
          isBasedOn: [{ name: "Recorded crime", datePublished: "2019-07-18" }],
        },
        { "@type": "Claim", text: "Kent, 2018/19, 274 offences", isBasedOn: { "@id": "#dataset-offences" } },
        { "@type": "Claim", text: "Kent, 2017/18 to 2018/19, a 140% rise on the previous year" },
        {
          "@type": "ClaimReview",
          claimReviewed: "There were 114 offences </script><b> in 2017/18",
          itemReviewed: { creditText: "A. Name, councillor" },
          reviewRating: { alternateName: "supported", ratingValue: 5, bestRating: 5, worstRating: 1 },
        },
      ],
    });
  });

  it("rates only what is right or wrong, and says nothing of a hidden figure", async () => {
    const { record } = await recordOf("Kent,2017/18,[c],2019-01\nKent,2018/19,274,2019-01\n");
    const graph = (toJsonLd(record) as { readonly "@graph": readonly Record<string, unknown>[] })["@graph"];
    expect(graph.filter((node) => node["@type"] === "Claim").map(({ text }) => text)).toEqual([
      "Kent, 2018/19, 274 offences",
    ]);
    expect(graph.at(-1)).toMatchObject({ reviewRating: { "@type": "Rating", alternateName: "not enough evidence" } });
    expect(graph.at(-1)?.reviewRating).not.toHaveProperty("ratingValue");
  });

  it("stands in the page as data that no text can end", async () => {
    const { html, record } = await recordOf(rows);
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(blocks).toHaveLength(1);
    expect(JSON.parse(blocks[0]?.[1] ?? "")).toEqual(JSON.parse(JSON.stringify(toJsonLd(record))));
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
