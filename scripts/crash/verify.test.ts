import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { store } from "@/lib/authority/sandbox/store/client";
import { verifyBySms } from "@/lib/boot/seed/situations-staff";
import { limitsStore } from "@/lib/limits/store";
import { HOUR, MINUTE, newWorld, SITE, type World } from "@/lib/usecases/testing";
import { happened } from "./client";
import { Ledger, type Outcome, type Plan } from "./ledger";
import { Look } from "./look";
import { draftOf } from "./sealed";
import { tamper } from "./testing";
import { Verifier } from "./verify";

let world: World;
let ledger: Ledger;

const verifying = async (dataDir: string, settled = true) =>
  (await new Verifier(dataDir, ledger).verify({ settled })).violations;

/** What a client would have noted: what stood there before, what it asked for, what it heard. */
async function asked(plan: Plan, outcome: Outcome, act: () => Promise<unknown> | undefined): Promise<void> {
  const look = new Look(world.dataDir, { frozen: false });
  ledger.before(plan, look);
  await act();
  ledger.after(plan, "somebody", outcome, "said so");
  look.close();
}

describe("the ledger", () => {
  let plan: Plan;
  let save: (remark: string) => Promise<void>;
  const verify = () => verifying(world.dataDir);
  let id: string;
  beforeEach(async () => {
    world = await newWorld();
    ledger = new Ledger();
    limitsStore();
    store();
    const applicant = await world.applicant("fresh-unit");
    await applicant.start();
    id = applicant.orderId;
    plan = {
      kind: "save",
      adds: [{ db: "icp", sql: "SELECT version FROM order_drafts WHERE order_id = ?", values: [id] }],
      words: {
        place: id,
        text: `${SITE.remark} #1`,
        read: (look) => draftOf(look, id).app.services[0]?.remark ?? null,
      },
    };
    save = (remark) => applicant.fillWebsites((value) => ({ ...value, remark }));
  });
  afterEach(() => world.dispose());
  const first = `${SITE.remark} #1`;

  it("believes an acknowledgement that is true", async () => {
    await asked(plan, "acknowledged", () => save(first));
    expect(await verify()).toEqual([]);
  });

  it("finds an acknowledgement of something that was never done", async () => {
    await asked(plan, "acknowledged", () => undefined);
    expect(await verify()).toEqual([
      expect.stringContaining("expected 3, found 2"),
      expect.stringContaining("not what was written"),
    ]);
  });

  it("finds what was done twice, and what was refused and done all the same", async () => {
    await asked(plan, "acknowledged", async () => {
      await save(`${SITE.remark} #0`);
      await save(first);
    });
    expect(await verify()).toEqual([expect.stringContaining("expected 3, found 4")]);
    await asked({ ...plan, kind: "again" }, "refused", () => save(`${SITE.remark} #2`));
    expect((await verify()).join()).toContain("not what was written");
  });

  it("finds other words than those that were acknowledged", async () => {
    await asked(plan, "acknowledged", () => save(`${SITE.remark} #7`));
    expect(await verify()).toEqual([expect.stringContaining("#7")]);
  });

  it.each(["done", "not done"])("takes what nobody heard of as it is: %s", async (how) => {
    await asked(plan, "unsure", () => (how === "done" ? save(first) : undefined));
    const look = new Look(world.dataDir, { frozen: true });
    const settled = ledger.settle(look);
    look.close();
    expect(settled).toEqual({
      violations: [],
      ...(how === "done" ? { present: 1, absent: 0 } : { present: 0, absent: 1 }),
    });
    // From then on it is known: what was there must stay.
    if (how === "done") await save(`${SITE.remark} #3`);
    expect(await verify()).toHaveLength(how === "done" ? 2 : 0);
  });

  it("finds what nobody heard of and what is there by half", async () => {
    const both = [...plan.adds, ...happened(id, "withdrawn", "nobody")];
    await asked({ ...plan, adds: both }, "unsure", () => save(first));
    expect(await verify()).toEqual([expect.stringContaining("half done")]);
  });

  it("does not forget what was acknowledged kills ago", async () => {
    await asked(plan, "acknowledged", () => save(first));
    expect(await verify()).toEqual([]);
    tamper(world.dataDir, "icp.db", "UPDATE order_drafts SET version = version - 1 WHERE version > 1");
    expect((await verify()).join()).toContain("expected 3");
  });
});

describe("what is left", () => {
  let orderId: string;
  let dataDir: string;
  // One order with everything in it: a rejection, an answer, a call, a hand-over, a verified lead.
  beforeAll(async () => {
    world = await newWorld();
    ledger = new Ledger();
    limitsStore();
    const applicant = await world.inReview("extra-jiangpan");
    ({ orderId } = applicant);
    const lin = await world.reviewer("reviewer-lin");
    await lin.claim(orderId);
    await lin.reject(orderId, () => [{ code: "NAME_NOT_OK", target: "order", suggestion: "Say more." }]);
    await applicant.answerCorrections();
    await applicant.submit();
    await lin.claim(orderId);
    await lin.call(world.clock, orderId, "REACHED_OK", "He knows.");
    await lin.approve(orderId);
    await world.pass(11 * MINUTE);
    await verifyBySms(world.seedOf("extra-jiangpan").lead);
    await world.pass(HOUR);
  });
  afterAll(() => world.dispose());
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "icp-left-"));
    cpSync(world.dataDir, dataDir, { recursive: true });
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const verify = (settled = true) => verifying(dataDir, settled);
  const change = (file: string, ...statements: readonly string[]) => tamper(dataDir, file, ...statements);
  const firstFile = () => {
    const folder = join(dataDir, "files", "orders", orderId);
    return join(folder, readdirSync(folder).sort()[0] ?? "");
  };

  it("is found whole", async () => {
    expect(await verify()).toEqual([]);
    expect(await verify(false)).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    ["an event gone", ["DELETE FROM order_events WHERE seq = 3"], "has a gap"],
    [
      "the last event gone",
      ["DELETE FROM order_events WHERE type = 'sms_completed'"],
      "not what its events say",
    ],
    ["a row that ran ahead", ["UPDATE orders SET state = 'APPROVED'"], "differ from its snapshot"],
    [
      "an event without audit",
      ["DELETE FROM audit_log WHERE action = 'order.claimed'"],
      "of them in the audit",
    ],
    [
      "an audit that was cut",
      ["DELETE FROM audit_log WHERE seq = (SELECT max(seq) FROM audit_log)"],
      "audit chain",
    ],
    ["no draft", ["DELETE FROM order_drafts"], "has no draft"],
    ["no document of a round", ["DELETE FROM order_submissions WHERE round = 1"], "round 1 has no document"],
    ["a rejection without items", ["DELETE FROM corrections"], "1 rejection items in events, 0 rows"],
    ["a call without its row", ["DELETE FROM calls"], "1 calls in events, 0 rows"],
    [
      "an approval without hand-over",
      ["DELETE FROM outbox WHERE topic = 'gateway.submit'"],
      "1 approvals, 0",
    ],
    ["nobody told", ["DELETE FROM notifications WHERE rowid = 1"], "messages owed"],
    ["a mail never queued", ["DELETE FROM outbox WHERE key LIKE 'notify:mail:%'"], "0 mails"],
    ["a file in no slot", ["DELETE FROM materials WHERE rowid = 1"], "fills no slot"],
    ["a reference to nothing", ["UPDATE materials SET order_id = 'x' WHERE rowid = 1"], "lead nowhere"],
    ["a number skipped", ["UPDATE gateway_submissions SET sequence = 2"], "hand-over 2 follows 0"],
    ["a hand-over pending", ["UPDATE gateway_submissions SET state = 'pending'"], "still pending"],
    ["pushed twice", ["DELETE FROM gateway_submissions"], "pushed 1 times, handed over 0"],
    [
      "a notice taken twice",
      ["UPDATE counters SET value = 0 WHERE name = 'gateway.notice'"],
      "events, 0 notices",
    ],
    ["a lease kept", ["UPDATE outbox SET done_at = NULL, lease_until = 1"], "is still held"],
  ])("icp.db: %s", async (_name, statements, said) => {
    change("icp.db", ...statements);
    expect((await verify()).join("\n")).toContain(said);
  });

  it.each<[string, readonly string[], string]>([
    ["never submitted", ["DELETE FROM submissions"], "has never seen it"],
    ["submitted by nobody", ["UPDATE submissions SET sequence = 9"], "which nobody handed over"],
    ["another order", ["UPDATE submissions SET order_id = 'x'"], "is another order"],
    ["a notice lost", ["DELETE FROM notices WHERE type = 'smsDone'"], "1 events, 0 notices"],
    ["a notice nobody fetched", ["UPDATE notices SET number = number + 5"], "was never fetched"],
    ["filed there alone", ["UPDATE submissions SET state = 'approved'"], "and not here"],
  ])("authority.db: %s", async (_name, statements, said) => {
    change("authority.db", ...statements);
    expect((await verify()).join("\n")).toContain(said);
  });

  it("documents: gone, cut off, or somebody else's", async () => {
    const path = firstFile();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 1));
    expect((await verify()).join()).toContain("truncated");
    rmSync(path);
    expect((await verify()).join()).toContain("missing");
    writeFileSync(path, bytes);
    change("icp.db", "UPDATE files SET stored_sha256 = 'x'");
    expect((await verify()).join()).toContain("is another one");
  });

  it("a document in clear that an upload left behind", async () => {
    mkdirSync(join(dataDir, "tmp"), { recursive: true });
    writeFileSync(join(dataDir, "tmp", "1-x"), "clear");
    expect(await verify()).toEqual([expect.stringContaining("lie in clear")]);
  });
});
