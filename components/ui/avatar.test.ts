import { expect, test } from "vitest";
import { initials } from "./avatar";

test.each([
  ["王小明", "小明"],
  ["李雷", "李雷"],
  ["Ada Lovelace", "AL"],
  ["ada", "A"],
  ["", ""],
])("%s becomes %s", (name, letters) => expect(initials(name)).toBe(letters));
