import { expect, it } from "vitest";
import { qrPath } from "./qr";

it("draws a code with its three finders and a quiet zone, the same for the same text", () => {
  const { size, path } = qrPath("otpauth://totp/example");
  expect(qrPath("otpauth://totp/example")).toEqual({ size, path });
  expect(qrPath("otpauth://totp/another").path).not.toBe(path);
  const dark = new Set(path.match(/(?<=M)\d+ \d+/g));
  const places = [...dark].map((place) => place.split(" ").map(Number));
  expect(Math.min(...places.flat())).toBe(4);
  expect(Math.max(...places.flat())).toBe(size - 5);
  for (const corner of [`4 4`, `${size - 5} 4`, `4 ${size - 5}`]) expect(dark.has(corner)).toBe(true);
  expect(dark.has(`${size - 5} ${size - 5}`) && dark.has("5 5")).toBe(false);
});
