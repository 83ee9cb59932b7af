import { describe, expect, it } from "vitest";
import { emptyApplication } from "./access";
import { ORDER_TYPES } from "./codes";
import { PartId } from "./draft";
import { placeOf, readSection, writeSection } from "./draft-sections";
import { asksFiledChecks, filedChecks } from "./filed-checks";

const random = (count: number) => new Uint8Array(count).fill(7);
const row = { id: "fil_known001", number: "A-1", opens: true };

describe("the check of filed services", () => {
  it("is asked of orders that add to an entity", () => {
    expect(ORDER_TYPES.filter(asksFiledChecks)).toEqual(
      ORDER_TYPES.filter((type) => /^(NEW_SERVICE|ACCESS)_/.test(type)),
    );
    expect(asksFiledChecks("NEW_SERVICE_LOCAL")).toBe(true);
    expect(asksFiledChecks("FIRST_FILING")).toBe(false);
  });

  it("has a row per filed service: ticked ones stay, new ones come, gone ones go", () => {
    const rows = filedChecks(
      { filedServices: [row, { id: "fil_gone0001", number: "A-9" }] },
      ["A-2", "A-1"],
      random,
    );
    expect(rows).toEqual([{ id: rows[0]?.id, number: "A-2" }, row]);
    expect(PartId.safeParse(rows[0]?.id).success).toBe(true);
    expect(filedChecks({}, [], random)).toEqual([]);
  });

  it("is a section of its own", () => {
    const value = { filedServices: [row] };
    const app = writeSection(emptyApplication(), { section: "filed", baseVersion: 1, value });
    expect(app).toEqual({ ...emptyApplication(), ...value });
    expect(app && readSection(app, "filed")).toEqual(value);
    expect(readSection(emptyApplication(), "filed")).toEqual({ filedServices: [] });
    expect(placeOf("filedServices[fil_known001].opens")).toBe("filed");
    expect(placeOf("filedServices")).toBe("filed");
  });
});
