import { expect, it } from "vitest";
import { serverMoved } from "./server-moved";
import { approved, lived, ONE, site } from "./testing";

const held = (over: Parameters<typeof site>[1] = {}) => {
  const [service] = lived(
    approved("FIRST_FILING", [[ONE, site(1, { ips: ["203.0.113.7"], ...over })]]),
  ).services;
  if (service === undefined) throw new Error("nothing filed");
  return service;
};
const LICENCE = { commercialLicence: "京B2-20200001" };

it("a new address is filed at once with a licence, and with the next change without one", () => {
  expect(serverMoved(held(), "203.0.113.8")).toEqual({ now: "203.0.113.8", due: false });
  expect(serverMoved(held(LICENCE), "203.0.113.8")).toEqual({ now: "203.0.113.8", due: true });
});

it("the filed address, one nobody tells, and what is not served here are no move", () => {
  expect(serverMoved(held(LICENCE), "203.0.113.7")).toBeNull();
  expect(serverMoved(held(LICENCE), null)).toBeNull();
  expect(serverMoved({ ...held(LICENCE), access: null }, "203.0.113.8")).toBeNull();
  expect(serverMoved({ ...held(LICENCE), ended: true }, "203.0.113.8")).toBeNull();
});
