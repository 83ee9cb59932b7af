import { expect, it } from "vitest";
import { MATERIAL_CODES } from "../rules/material-types";
import { isLetter, LETTER_CODES, materialKind, mediumOf } from "./materials";

it("films go where a person is to be seen and heard, pictures everywhere else", () =>
  expect(MATERIAL_CODES.filter((code) => mediumOf(code) === "video")).toEqual(["VIDEO_CHECK", "JS_VIDEO"]));

it("letters are those of authorisation, not every letter", () => {
  expect(MATERIAL_CODES.filter(isLetter)).toEqual([...LETTER_CODES]);
  expect(isLetter("PARTY_LETTER")).toBe(false);
});

it("an icon may be small, a document must be readable", () =>
  expect(MATERIAL_CODES.filter((code) => materialKind(code).minSide !== null)).toEqual(["APP_ICON"]));
