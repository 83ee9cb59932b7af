import { unstable_doesMiddlewareMatch as matches } from "next/experimental/testing/server";
import { describe, expect, it } from "vitest";
import { config } from "@/proxy";

const through = (url: string) => matches({ config, url });
const ID = "01900000-0000-7000-8000-000000000000";

describe("what the proxy sees", () => {
  it.each([`/api/orders/${ID}/materials?code=ORG_CERT`, `/api/manual/${ID}/files?slot=LICENCE&side=SINGLE`])(
    "is no upload of a document, whose body it would cut: %s",
    (url) => expect(through(url)).toBe(false),
  );

  it.each(["/", "/console", "/review/tickets", `/api/orders/${ID}/draft`, `/api/manual/files/${ID}`])(
    "is every other place: %s",
    (url) => expect(through(url)).toBe(true),
  );
});
