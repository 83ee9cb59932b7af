import { expect, test } from "vitest";
import {
  ERRORS_EVERYWHERE,
  ERRORS_OF_CANCELLING,
  ERRORS_OF_DESK,
  ERRORS_OF_INSPECTION,
  ERRORS_OF_LEAVING,
  ERRORS_OF_LENDING,
  ERRORS_OF_MIGRATION,
  ERRORS_OF_STAFF,
} from "./error-parts";
import { loadMessages } from "./load";
import { mergeMessages, pickMessages } from "./parts";

const MESSAGES = {
  common: { save: "Save" },
  fields: { entity: { name: "Name", city: "City" }, person: { name: "Name" } },
};

test("a page gets the parts it names, and nothing beside them", () => {
  expect(pickMessages(MESSAGES, ["common", "fields.entity.city"])).toEqual({
    common: { save: "Save" },
    fields: { entity: { city: "City" } },
  });
  expect(pickMessages(MESSAGES, ["fields.entity.city", "fields.person"])).toEqual({
    fields: { entity: { city: "City" }, person: { name: "Name" } },
  });
  expect(pickMessages(MESSAGES, [])).toEqual({});
});

test.each(["nothing", "fields.nobody", "common.save.more", "constructor"])("there is no part %j", (part) => {
  expect(() => pickMessages(MESSAGES, [part])).toThrow(part);
});

test("what two providers give is there together, and neither is changed", () => {
  const above = { fields: { entity: { name: "Name" } } };
  const below = { fields: { entity: { city: "City" } }, common: { save: "Save" } };
  expect(mergeMessages(above, below)).toEqual({
    fields: { entity: { name: "Name", city: "City" } },
    common: { save: "Save" },
  });
  expect(above).toEqual({ fields: { entity: { name: "Name" } } });
});

test("every refusal is sent to every page or to the pages of staff, and once", () => {
  const { errors } = loadMessages("en") as { errors: Record<string, unknown> };
  const parts = Object.keys(errors).flatMap((key) =>
    key === "reason"
      ? Object.keys(errors[key] as object).map((group) => `errors.reason.${group}`)
      : [`errors.${key}`],
  );
  expect(
    [
      ...ERRORS_EVERYWHERE,
      ...ERRORS_OF_LENDING,
      ...ERRORS_OF_CANCELLING,
      ...ERRORS_OF_LEAVING,
      ...ERRORS_OF_MIGRATION,
      ...ERRORS_OF_INSPECTION,
      ...ERRORS_OF_STAFF,
      ...ERRORS_OF_DESK,
    ].toSorted(),
  ).toEqual(parts.toSorted());
});
