import { signInAs } from "../fixtures";
import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test } from "../support/isolated";
import { auditHead, orderOf, refusalsSince, rows, userOf } from "../support/state";

const claims = "SELECT user_id FROM order_events WHERE order_id = ? AND type = 'claimed'";

test("two reviewers race for one order in two browsers: one gets it, the other sees who has it", async ({
  browser,
  server,
}) => {
  const names = { "reviewer-lin": "林岚", "reviewer-zhao": "赵恒" } as const;
  const { id } = orderOf(server, "extra-luting");
  const earlier = rows(server, claims, id).length;
  const head = auditHead(server);
  const racers = await Promise.all(
    (["reviewer-lin", "reviewer-zhao"] as const).map(async (persona) => {
      const context = await browser.newContext({ baseURL: server.url, locale: "zh-CN" });
      const page = await context.newPage();
      await signInAs(page, persona);
      await page.goto(`/review/orders/${id}`);
      const claim = page.getByRole("button", { name: "领取审核" });
      await expect(claim).toBeVisible();
      return { persona, page, claim, context };
    }),
  );
  await Promise.all(racers.map(({ claim }) => claim.click()));

  await expect.poll(() => rows(server, claims, id).length).toBe(earlier + 1);
  const [row] = rows<{ claim_user_id: string }>(server, "SELECT claim_user_id FROM orders WHERE id = ?", id);
  const winner = racers.find(({ persona }) => userOf(server, persona) === row?.claim_user_id);
  const loser = racers.find((racer) => racer !== winner);
  if (winner === undefined || loser === undefined) throw new Error("nobody won");
  await expect(winner.page.getByRole("button", { name: "通过，提交管局" })).toBeVisible();
  await expect(loser.page.getByText(`${names[winner.persona]} 正在审核`)).toBeVisible();
  await expect(loser.page.getByRole("button", { name: "通过，提交管局" })).toHaveCount(0);
  await expect(loser.claim).toHaveCount(0);
  expect(refusalsSince(server, head)).toMatchObject([
    { actor_id: userOf(server, loser.persona), action: "review.claim", object: id },
  ]);
  await Promise.all(racers.map(({ context }) => context.close()));
});

test("twenty claims at once: one event, nineteen refusals that are all recorded", async ({ server }) => {
  const { id: orderId, version } = orderOf(server, "extra-jiangpan");
  const claim = actionsOfBuild().find(({ name }) => name === "app/review/actions.ts#claimAction");
  if (claim === undefined) throw new Error("no claim");
  const callers = await Promise.all(
    ["reviewer-lin", "reviewer-zhao", "supervisor"].map((persona) => Caller.as(server, persona)),
  );
  const head = auditHead(server);
  const calls = Array.from({ length: 20 }, (_, n) => callers[n % callers.length]);
  const answers = await Promise.all(calls.map((caller) => caller?.action(claim, [{ orderId, version }])));
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  const codes = answers.filter((answer) => !answer?.ok).map((answer) => answer?.error?.code);
  expect(new Set(codes)).toEqual(new Set(["stale"]));
  expect(rows(server, claims, orderId)).toHaveLength(1);
  expect(refusalsSince(server, head)).toHaveLength(19);
});

test("the audit chain and the projections are whole after all of it", async ({ server }) => {
  const chain = rows<{ prev_hash: string; hash: string }>(
    server,
    "SELECT prev_hash, hash FROM audit_log ORDER BY seq",
  );
  expect(chain.length).toBeGreaterThan(50);
  for (const [n, row] of chain.entries()) if (n > 0) expect(row.prev_hash).toBe(chain[n - 1]?.hash);
  const gaps = rows(
    server,
    `SELECT order_id FROM order_events GROUP BY order_id HAVING count(*) <> max(seq) OR min(seq) <> 1`,
  );
  expect(gaps).toEqual([]);
});
