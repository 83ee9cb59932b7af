import { describe, expect, it } from "vitest";
import { kindBy } from "./kind";

describe("the kind of a file", () => {
  const throwing = (name: string) => async () => {
    throw Object.assign(new Error("thrown"), { name });
  };

  it("is unknown when the file ends within its own head", async () => {
    expect(await kindBy(throwing("EndOfStreamError"))).toBeUndefined();
  });

  it("is told as it was found, and no other error is hidden", async () => {
    const png = { ext: "png", mime: "image/png" };
    expect(await kindBy(async () => png)).toBe(png);
    expect(await kindBy(async () => undefined)).toBeUndefined();
    await expect(kindBy(throwing("Error"))).rejects.toThrow("thrown");
  });
});
