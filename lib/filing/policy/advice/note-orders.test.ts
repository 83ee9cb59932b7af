import { expect, test } from "vitest";
import { ORDER_TYPES } from "../../application/codes";
import { policyAt } from "..";
import { NOTE_ORDERS, noteConcerns } from "./note-orders";

const { provinces } = policyAt(Date.UTC(2026, 10, 24));
const notes = Object.values(provinces).flatMap(({ advice }) => advice.notes.map(({ id }) => id));

test("every listed note is a note of some province", () => {
  for (const id of Object.keys(NOTE_ORDERS)) expect(notes, id).toContain(id);
});

test("a listed note is silent for a first filing, and speaks to some order", () => {
  for (const id of Object.keys(NOTE_ORDERS)) {
    expect(noteConcerns(id, "FIRST_FILING"), id).toBe(false);
    expect(
      ORDER_TYPES.some((type) => noteConcerns(id, type)),
      id,
    ).toBe(true);
  }
});

test.each([
  ["shanghai-access-legal-rep", "ACCESS_FILING", true],
  ["shanghai-access-legal-rep", "NEW_SERVICE_LOCAL", false],
  ["sichuan-filed-open", "NEW_SERVICE_LOCAL", true],
  ["sichuan-filed-open", "FIRST_FILING", false],
  ["shandong-shell-by-mail", "CANCEL_ENTITY", true],
  ["henan-one-domain", "FIRST_FILING", true],
] as const)("%s for %s: %s", (id, type, expected) => expect(noteConcerns(id, type)).toBe(expected));
