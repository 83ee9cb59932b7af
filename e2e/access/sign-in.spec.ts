import { APPLICANTS, STAFF } from "../../lib/boot/seed/persona-data";
import { Caller } from "../support/caller";
import { expect, test } from "../support/isolated";
import { change, rows, userOf } from "../support/state";

const mailOf = (id: string) => [...APPLICANTS, ...STAFF].find((one) => one.id === id)?.email ?? "";

test("unknown address, wrong password and a blocked user get the same answer", async ({ server }) => {
  const blocked = userOf(server, "supervisor");
  change(server, "UPDATE users SET status = 'blocked' WHERE id = ?", blocked);
  try {
    const answers = [];
    for (const [email, password] of [
      ["nobody-at-all@sandbox.invalid", "some password"],
      [mailOf("filed"), "not the password"],
      [mailOf("supervisor"), "sandbox"],
      [mailOf("filed").toUpperCase(), ""],
    ] as const) {
      const stranger = Caller.anonymous(server);
      const response = await stranger.credentials({ email, password });
      const { url } = (await response.json()) as { url: string };
      answers.push([
        response.status,
        url,
        response.headers.get("set-cookie")?.includes("icp.session") ?? false,
      ]);
    }
    const [first] = answers;
    expect(first).toEqual([401, expect.stringContaining("error=unauthenticated"), false]);
    expect(answers[1]).toEqual(first);
    expect(answers[2]).toEqual(first);
  } finally {
    change(server, "UPDATE users SET status = 'active' WHERE id = ?", blocked);
  }
  const audited = rows(
    server,
    "SELECT action FROM audit_log WHERE outcome = 'refused' AND action = 'session.sign-in'",
  );
  expect(audited, "strangers are counted, not audited").toEqual([]);
});

test("the form says the same for both, keeps what was typed and puts nothing into the address", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const texts: string[] = [];
  for (const email of ["nobody@sandbox.invalid", mailOf("rejected-two")]) {
    await page.getByLabel("邮箱").fill(email);
    await page.getByLabel("密码", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    const alert = page.getByRole("alert").filter({ hasText: "邮箱或密码不正确" });
    await expect(alert).toBeVisible();
    texts.push((await alert.textContent()) ?? "");
    await expect(page.getByLabel("邮箱")).toHaveValue(email);
    expect(page.url()).not.toContain("@");
    await page.reload();
  }
  expect(texts[0]).toBe(texts[1]);
});

test("after fifteen tries an address has to wait, from wherever they come, also with the right password", async ({
  page,
  server,
}) => {
  const email = mailOf("at-authority");
  const codes: string[] = [];
  // A window may end in between, so there are two.
  for (let n = 0; n < 31 && !codes.at(-1)?.includes("too_many"); n += 1) {
    const from = { "x-forwarded-for": `198.51.100.${n}` };
    codes.push(await Caller.anonymous(server).handshake("password", { email, password: "guess" }, from));
  }
  expect(codes.at(-1)).toContain("too_many");
  expect(codes.length).toBeGreaterThanOrEqual(16);
  await page.goto("/sign-in");
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel("密码", { exact: true }).fill("guess");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "尝试次数过多" })).toBeVisible();
});

test("one place gets only so many tries, and cannot pretend to be many", async ({ server }) => {
  let last = "";
  let tries = 0;
  for (; tries < 130 && !last.includes("too_many"); tries += 1) {
    const email = `guess-${tries}@sandbox.invalid`;
    const from = { "x-forwarded-for": `203.0.113.${tries}, 198.51.100.${tries}` };
    last = await Caller.anonymous(server).handshake("password", { email, password: "guess" }, from);
  }
  expect(last).toContain("too_many");
});

const NEXT: readonly (readonly [string, string])[] = [
  ["/console/orders", "/console/orders"],
  ["https://evil.example/", "/console"],
  ["//evil.example", "/console"],
  ["/\\evil.example", "/console"],
  ["/\t/evil.example", "/console"],
  ["javascript:alert(1)", "/console"],
  ["/sign-in?next=/sign-in", "/console"],
];
test("after signing in one lands on a page of ours", async ({ server }) => {
  const caller = await Caller.as(server, "draft-half");
  for (const [next, expected] of NEXT) {
    const answer = await caller.fetch("GET", `/sign-in?next=${encodeURIComponent(next)}`);
    expect(answer.status, next).toBe(307);
    const target = new URL(answer.headers.get("location") ?? "", server.url);
    expect(target.href, next).toBe(`${server.url}${expected}`);
  }
});

test("of next-auth only the handshake answers, and only as much as a form can send", async ({ server }) => {
  const caller = await Caller.as(server, "draft-half");
  for (const path of [
    "session",
    "providers",
    "signin",
    "signin/password",
    "error",
    "verify-request",
    "_log",
  ]) {
    const answer = await caller.fetch("GET", `/api/auth/${path}?callbackUrl=https%3A%2F%2Fevil.example`);
    expect([answer.status, await answer.json()], path).toEqual([
      404,
      { ok: false, error: { code: "not_found" } },
    ]);
  }
  const large = await caller.credentials({ email: "a@example.cn", password: "x".repeat(20_000) });
  expect([large.status, (await large.json()).error.code]).toEqual([413, "too_large"]);
});
