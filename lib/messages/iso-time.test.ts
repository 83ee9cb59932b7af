import { expect, test } from "vitest";
import { parseIsoTime } from "./iso-time";

const iso = (text: string) => {
  const at = parseIsoTime(text);
  return at === undefined ? undefined : new Date(at).toISOString();
};

test.each([
  ["2026-11-21", "2026-11-20T16:00:00.000Z"],
  ["2026-11-21T10:00", "2026-11-21T02:00:00.000Z"],
  ["2026-11-21 10:00:05", "2026-11-21T02:00:05.000Z"],
  ["2026-11-21T10:00:05.250+08:00", "2026-11-21T02:00:05.250Z"],
  ["2026-11-21T10:00:00Z", "2026-11-21T10:00:00.000Z"],
  ["2026-11-21T10:00-05:00", "2026-11-21T15:00:00.000Z"],
  ["2024-02-29", "2024-02-28T16:00:00.000Z"],
  ["2026-02-29", undefined],
  ["2026-13-01", undefined],
  ["2026-11-21T24:00", undefined],
  ["2026-11-21T10:60", undefined],
  ["1969-12-31", undefined],
  ["3000-01-02", undefined],
  ["21.11.2026", undefined],
  ["1763690400000", undefined],
  ["now", undefined],
  ["", undefined],
])("%s → %s", (text, at) => expect(iso(text)).toBe(at));
