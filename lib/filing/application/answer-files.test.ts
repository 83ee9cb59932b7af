import { expect, test } from "vitest";
import { answerSubject, correctionOf, documentOf } from "./answer-files";

test("the pictures of an answer lie under their item, and under nothing else", () => {
  expect(correctionOf(answerSubject("0199-a"))).toBe("0199-a");
  for (const subject of ["entity", "people[ppl_1]", "corrections[]", "corrections[a]b", "xcorrections[a]"])
    expect(correctionOf(subject), subject).toBeUndefined();
});

test.each([
  ["materials[PERSON_ID:people[ppl_1]]", "PERSON_ID"],
  ["materials[ORG_CERT:entity]", "ORG_CERT"],
  ["people[ppl_1].idNo", undefined],
  ["order", undefined],
])("an item about %s is about the document %s", (target, code) => {
  expect(documentOf(target)).toBe(code);
});
