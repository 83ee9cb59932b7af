import { expect, it } from "vitest";
import { causeOf, DELIVERY_CAUSES } from "./cause";

const TABLE = [
  ["EBLOCKED", "blocked"],
  ["ECIRCUIT", "unreachable"],
  ["http_410", "receiver"],
  ["no_carrier", "no_carrier"],
  ["registry.number-taken", "register"],
  ["EAUTH", "sign_in"],
  ["smtp_535", "sign_in"],
  ["http_401", "sign_in"],
  ["ETIMEDOUT", "timeout"],
  ["http_408", "timeout"],
  ["smtp_550", "receiver"],
  ["http_422", "receiver"],
  ["ESOCKET", "unreachable"],
  ["ECONNECTION", "unreachable"],
  ["http_302", "unreachable"],
  ["smtp_451", "busy"],
  ["http_503", "busy"],
  ["http_429", "busy"],
  ["sequence_gap", "earlier"],
  ["authority_resting", "unreachable"],
  ["ECONNREFUSED", "unreachable"],
  ["TypeError", "other"],
  [null, "other"],
] as const;

it.each(TABLE)("%s is %s", (code, cause) => expect(causeOf(code)).toBe(cause));
it("every cause occurs", () => {
  expect(new Set(TABLE.map(([, cause]) => cause))).toEqual(new Set(DELIVERY_CAUSES));
});
