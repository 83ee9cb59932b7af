import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stateDiagram, stateSection } from "./diagram";
import { TRANSITIONS } from "./transitions";

describe("the state diagram", () => {
  it("has an arrow for every change of state in the table", () => {
    const arrows = new Set(
      TRANSITIONS.flatMap((row) =>
        row.to === "same" ? [] : row.from.map((from) => `${from} --> ${row.to}`),
      ),
    );
    const drawn = stateDiagram()
      .split("\n")
      .flatMap((line) => line.match(/^ {2}([A-Z_]+ --> [A-Z_]+): .+$/)?.[1] ?? []);
    expect(new Set(drawn)).toEqual(arrows);
    expect(drawn.length).toBe(arrows.size);
  });

  it("in ARCHITECTURE.md is current (npm run states)", () => {
    expect(readFileSync(join(process.cwd(), "ARCHITECTURE.md"), "utf8")).toContain(stateSection());
  });
});
