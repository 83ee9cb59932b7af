import { Caller } from "../support/caller";
import { expect, test } from "../support/isolated";

test("health tells machines states and counts, and nothing of anybody", async ({ server }) => {
  const answer = await Caller.anonymous(server).fetch("GET", "/api/health");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({
    status: "ok",
    db: "ok",
    migrations: "current",
    work: { paused: expect.any(Boolean), due: expect.any(Number), failing: expect.any(Number) },
    authority: "answers",
  });
});

test("what we log is JSON with a level, a time and a fixed sentence", async ({ server }) => {
  const lines = server
    .logs()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines)
    expect(line).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
  const started = lines.find(({ msg }) => msg === "server started");
  expect(started).toMatchObject({ mode: "sandbox", registry: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});
