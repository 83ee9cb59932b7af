import { signInAs } from "../fixtures";
import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test } from "../support/isolated";
import { change, orderOf, rows, stateOf, userOf } from "../support/state";

test("a copied cookie is nobody once its owner signed out: pages, calls, actions", async ({
  page,
  browser,
  server,
}) => {
  await signInAs(page, "draft-half");
  const { id } = orderOf(server, "draft-half");
  const copied = await page.context().cookies();
  const sessions = () =>
    rows(server, "SELECT id_hash FROM sessions WHERE user_id = ?", userOf(server, "draft-half")).length;
  const open = sessions();
  const thief = await browser.newContext({ baseURL: server.url });
  await thief.addCookies(copied);
  const draft = `/api/orders/${id}/draft?section=entity`;
  expect((await thief.request.get(draft)).status()).toBe(200);

  await page.getByRole("button", { name: /^账号：/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(`${server.url}/`);
  await page.goto("/console");
  await expect(page).toHaveURL(`${server.url}/sign-in?next=%2Fconsole`);

  const call = await thief.request.get(draft);
  expect([call.status(), (await call.json()).error.code]).toEqual([401, "unauthenticated"]);
  const stolen = await thief.newPage();
  await stolen.goto(`/console/orders/${id}`);
  await expect(stolen).toHaveURL(`${server.url}/sign-in?next=${encodeURIComponent(`/console/orders/${id}`)}`);
  await thief.close();

  const replayed = Caller.withCookie(server, copied.map(({ name, value }) => `${name}=${value}`).join("; "));
  const before = stateOf(server);
  for (const entry of actionsOfBuild().filter(({ file }) => file === "app/console/actions.ts"))
    expect((await replayed.action(entry, [{ orderId: id }])).error, entry.name).toEqual({
      code: "unauthenticated",
    });
  expect(stateOf(server)).toEqual(before);
  expect(sessions()).toBe(open - 1);
});

test("signing out with the browser's form needs our own page", async ({ server }) => {
  const caller = await Caller.as(server, "filed");
  const signOut = actionsOfBuild().find(({ name }) => name === "app/session-actions.ts#signOutAction");
  if (signOut === undefined) throw new Error("no sign-out");
  await caller.action(signOut, [], { "sec-fetch-site": "cross-site" });
  expect((await caller.fetch("GET", "/console")).status).toBe(200);
  await caller.action(signOut, []);
  expect((await caller.fetch("GET", "/console")).status).toBe(307);
});

test("a role taken away counts from the next call on", async ({ server }) => {
  const reviewer = await Caller.as(server, "reviewer-zhao");
  const user = userOf(server, "reviewer-zhao");
  const { id, version } = orderOf(server, "extra-yanhang");
  const claim = actionsOfBuild().find(({ name }) => name === "app/review/actions.ts#claimAction");
  if (claim === undefined) throw new Error("no claim");
  expect((await reviewer.fetch("GET", `/review/orders/${id}`)).status).toBe(200);
  change(server, "DELETE FROM user_roles WHERE user_id = ?", user);
  try {
    const before = stateOf(server);
    expect((await reviewer.fetch("GET", `/review/orders/${id}`)).status).toBe(403);
    expect((await reviewer.action(claim, [{ orderId: id, version }])).error).toEqual({ code: "forbidden" });
    expect(stateOf(server)).toEqual(before);
  } finally {
    change(server, "INSERT INTO user_roles (user_id, role) VALUES (?, 'reviewer')", user);
  }
  expect((await reviewer.fetch("GET", `/review/orders/${id}`)).status).toBe(200);
});

test("an account left behind is foreign from the next call on", async ({ server }) => {
  const member = await Caller.as(server, "sms-waiting");
  const user = userOf(server, "sms-waiting");
  const { id } = orderOf(server, "sms-waiting");
  const [membership] = rows<{ account_id: string }>(
    server,
    "SELECT account_id FROM account_members WHERE user_id = ?",
    user,
  );
  const draft = `/api/orders/${id}/draft?section=entity`;
  expect((await member.fetch("GET", draft)).status).toBe(200);
  change(server, "DELETE FROM account_members WHERE user_id = ?", user);
  try {
    expect((await member.fetch("GET", draft)).status).toBe(403);
  } finally {
    change(
      server,
      "INSERT INTO account_members (account_id, user_id, role) VALUES (?, ?, 'owner')",
      membership?.account_id,
      user,
    );
  }
});

test("a blocked user is out at once, and does not get in again", async ({ page, server }) => {
  await signInAs(page, "fresh-person");
  await page.goto("/console");
  const user = userOf(server, "fresh-person");
  change(server, "UPDATE users SET status = 'blocked' WHERE id = ?", user);
  try {
    await page.reload();
    await expect(page).toHaveURL(`${server.url}/sign-in?next=%2Fconsole`);
    await expect(Caller.as(server, "fresh-person")).rejects.toThrow("not_found");
  } finally {
    change(server, "UPDATE users SET status = 'active' WHERE id = ?", user);
  }
});

test("the cookie says nothing, is out of scripts' reach and holds no other site's request", async ({
  page,
  server,
}) => {
  await signInAs(page, "draft-half");
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === "icp.session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", domain: "localhost" });
  expect(session?.value.length).toBeLessThan(4096);
  // An encrypted token (JWE) of five parts, the middle of which nobody reads.
  expect(session?.value.split(".")).toHaveLength(5);
  expect(await page.evaluate(() => document.cookie)).not.toContain("icp.session");
  const tampered = `${session?.value.slice(0, -4)}AAAA`;
  const forged = Caller.withCookie(server, `icp.session=${tampered}`);
  expect((await forged.fetch("GET", "/console")).status).toBe(307);
});
