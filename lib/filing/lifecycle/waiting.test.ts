import { expect, it } from "vitest";
import { ORDER_TYPES, type OrderType } from "../application/codes";
import { WAITING_KINDS, WAITING_STATES, waitingWords } from "./waiting";

const AT: Readonly<Record<OrderType, string | null>> = {
  FIRST_FILING: null,
  NEW_SERVICE_LOCAL: "new.SMS_PENDING",
  NEW_SERVICE_FOREIGN: "new.SMS_PENDING",
  ACCESS_FILING: "access.SMS_PENDING",
  ACCESS_SERVICE: "access.SMS_PENDING",
  CHANGE_ENTITY: "change.SMS_PENDING",
  CHANGE_SERVICE: "change.SMS_PENDING",
  CHANGE_FILING: "change.SMS_PENDING",
  CANCEL_ENTITY: null,
  CANCEL_SERVICE: null,
  CANCEL_ACCESS: null,
};

it.each(ORDER_TYPES)("%s waits with its own words, or with those of the state", (type) => {
  expect(waitingWords(type, "SMS_PENDING")).toBe(AT[type]);
  // Nothing differs where nobody outside is waited for.
  expect(waitingWords(type, "READY_FOR_AUTHORITY")).toBeNull();
  expect(waitingWords(type, "APPROVED")).toBeNull();
});

it("has words for every kind in every wait that differs", () => {
  expect(WAITING_KINDS.flatMap((kind) => WAITING_STATES.map((state) => `${kind}.${state}`))).toHaveLength(9);
});
