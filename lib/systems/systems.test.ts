import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { businessRegistry } from "@/lib/business";
import { domainRegistry } from "@/lib/domains";
import { resetEnv } from "@/lib/env";
import type { DomainRecord } from "@/lib/filing/rules/facts";
import { inventory } from "@/lib/inventory";
import { BREAK_AFTER } from "@/lib/outbound/client";
import { type Behaviour, saying } from "@/lib/outbound/testing";
import { newDataKey, seal } from "@/lib/secrets";
import { openSystem, type TestSystem } from "./testing";
import { newWait, PAGE_WAIT_MS } from "./wait";

const ACCOUNT = "account-1";
const asker = { accountId: ACCOUNT, realName: "清河图书有限公司", idNo: "91110000MA01TEST0X" };
const CERT = "91110000MA01TEST0X";
const TOKEN = "t0ken-of-the-provider";
const RECORD: DomainRecord = {
  ...{ registered: true, registeredHere: true, registrarApproved: true, serverHold: false },
  ...{ ownerName: "清河图书有限公司", ownerIdNo: CERT, ownerIdType: 1 },
  ...{ realNameVerifiedAt: 1_760_000_000_000, expiresAt: 1_900_000_000_000 },
};
const BUSINESS = {
  ...{ found: true, name: "清河图书有限公司", legalRepName: null, status: "active" },
  ...{ registeredOrUpdatedAt: null, licenceIssuedOn: "2020-01-31" },
};
const SERVER = {
  ...{ id: "i-1", name: "web-1", kind: "CVM", prepaid: true, prepaidMonths: 12 },
  ...{ expiresAt: 1_900_000_000_000, mainland: true, publicIp: "203.0.113.9", province: "330000" },
};

let data: TestDatabase;
let system: TestSystem;
beforeEach(async () => {
  data = freshDatabase();
  system = await openSystem({
    servers: [SERVER],
    domains: { "books.cn": RECORD },
    businesses: { [CERT]: BUSINESS },
  });
  for (const name of ["INVENTORY", "DOMAINS", "BUSINESS"])
    Object.assign(process.env, { [`${name}_URL`]: system.url, [`${name}_TOKEN`]: TOKEN });
  resetEnv();
});
afterEach(async () => {
  vi.useRealTimers();
  await system.close();
  for (const name of ["INVENTORY", "DOMAINS", "BUSINESS"])
    for (const part of ["URL", "TOKEN"]) delete process.env[`${name}_${part}`];
  data.dispose();
});

const lookUp = (...domains: string[]) => domainRegistry().lookUp(domains, asker);
/** What came of asking for a domain: how many are known, or the code of the fault. */
const outcome = () =>
  lookUp("books.cn").then(
    (found) => Object.keys(found).length,
    (error: { code?: string }) => error.code,
  );
const json = (value: unknown) => saying(200, JSON.stringify(value));

describe("what a system is asked", () => {
  it("all domains in one question, in one spelling, without who asks; unknown ones stay unknown", async () => {
    expect(await lookUp("Books.cn", "other.cn", "books.cn.", "书店.中国")).toEqual({ "books.cn": RECORD });
    expect(system.questions).toEqual([
      { question: "domains", domains: ["books.cn", "other.cn", "xn--1jqq80b.xn--fiqs8s"] },
    ]);
    expect(system.tokens).toEqual([`Bearer ${TOKEN}`]);
  });

  it("nothing, when there is nothing to ask", async () => {
    expect(await lookUp()).toEqual({});
    expect(await inventory().find(ACCOUNT, [])).toEqual({});
    expect(await businessRegistry().find("  ", asker)).toBeNull();
    expect(system.questions).toEqual([]);
  });

  it("for the account and its customer number", async () => {
    await withTransaction(async (tx) => {
      const { key, wrapped } = newDataKey();
      const profileEnc = seal(key, {}, `account:${ACCOUNT}:profile`);
      await tx
        .insert(t.accounts)
        .values({ id: ACCOUNT, kind: "unit", wrappedKey: wrapped, profileEnc, createdAt: 1 });
      await tx.insert(t.customers).values({ id: "C-77", accountId: ACCOUNT });
    });
    const account = { id: ACCOUNT, customer: "C-77" };
    expect(await inventory().list(ACCOUNT)).toEqual([SERVER]);
    expect(await domainRegistry().list(ACCOUNT)).toEqual([{ domain: "books.cn", ...RECORD }]);
    expect(system.questions).toEqual([
      { question: "servers", account },
      { question: "own-domains", account },
    ]);
    await inventory().list("account-2");
    expect(system.questions[2]).toEqual({
      question: "servers",
      account: { id: "account-2", customer: null },
    });
  });

  it("for a certificate number alone; what the register cannot say is unknown", async () => {
    expect(await businessRegistry().find(` ${CERT.toLowerCase()}`, asker)).toEqual(BUSINESS);
    expect(await businessRegistry().find("91110000MA0OTHER0X", asker)).toBeNull();
    expect(system.questions[0]).toEqual({ question: "business", certNo: CERT });
  });

  it("once a request, failures included", async () => {
    const [servers, domains, register] = [inventory(), domainRegistry(), businessRegistry()];
    await Promise.all([servers.list(ACCOUNT), servers.find(ACCOUNT, ["i-1"]), servers.list(ACCOUNT)]);
    expect(await servers.find(ACCOUNT, ["i-1", "i-2"])).toEqual({ "i-1": SERVER });
    await Promise.all([domains.lookUp(["a.cn", "b.cn"], asker), domains.lookUp(["b.cn", "A.cn"], asker)]);
    await register.find(CERT, asker);
    await register.find(CERT, asker);
    expect(system.questions).toHaveLength(3);
    system.mood = saying(404);
    const again = domainRegistry();
    for (let n = 0; n < 2; n += 1)
      await expect(again.lookUp(["a.cn"], asker)).rejects.toMatchObject({ code: "ESTATUS", status: 404 });
    expect(system.questions).toHaveLength(4);
  });
});

describe("what is no answer", () => {
  it.each<[string, Behaviour, string]>([
    ["no JSON", saying(200, "<html>"), "EANSWER"],
    ["JSON that says it is something else", saying(200, "{}", { "content-type": "text/html" }), "EANSWER"],
    ["nothing", saying(200, ""), "EANSWER"],
    ["an empty object", saying(200, "{}"), "EANSWER"],
    [
      "bytes that are no text",
      (response) => response.writeHead(200, JSON_TYPE).end(Buffer.from([0x22, 0xff, 0x22])),
      "EANSWER",
    ],
    ["a compressed one", saying(200, "{}", { "content-encoding": "gzip" }), "EANSWER"],
    ["another domain than asked", json({ domains: { "other.cn": RECORD } }), "EANSWER"],
    ["another domain besides", json({ domains: { "books.cn": RECORD, "other.cn": RECORD } }), "EANSWER"],
    ["no domain", json({ domains: {} }), "EANSWER"],
    ["a member too few", json({ domains: { "books.cn": { ...RECORD, serverHold: undefined } } }), "EANSWER"],
    ["a member too many", json({ domains: { "books.cn": { ...RECORD, serverhold: true } } }), "EANSWER"],
    ["a time in words", json({ domains: { "books.cn": { ...RECORD, expiresAt: "2030-01-01" } } }), "EANSWER"],
    ["an owner without a name", json({ domains: { "books.cn": { ...RECORD, ownerName: " " } } }), "EANSWER"],
    ["a word beside the answer", json({ domains: { "books.cn": RECORD }, cached: true }), "EANSWER"],
    ["another status", saying(201, JSON.stringify({ domains: { "books.cn": RECORD } })), "ESTATUS"],
    ["a refusal", saying(401), "ESTATUS"],
    ["a way to somewhere else", saying(302, "", { location: "http://169.254.169.254/latest/" }), "ESTATUS"],
    [
      "more than anybody asked for",
      (response) => response.writeHead(200, JSON_TYPE).end("x".repeat(4 * 1024 * 1024 + 1)),
      "ETOOLARGE",
    ],
    [
      "half of one",
      (response) =>
        response.writeHead(200, { ...JSON_TYPE, "content-length": "9" }).write("{", () => response.destroy()),
      "ECONNECTION",
    ],
  ])("%s", async (_, mood, code) => {
    system.mood = mood;
    expect(await outcome()).toBe(code);
  });

  it("one about another account, or with a server twice", async () => {
    for (const answer of [
      { account: "account-2", servers: [SERVER] },
      { account: ACCOUNT, servers: [SERVER, SERVER] },
    ]) {
      system.mood = json(answer);
      await expect(inventory().list(ACCOUNT)).rejects.toMatchObject({ code: "EANSWER" });
    }
    for (const answer of [
      { account: "account-2", domains: { "books.cn": RECORD } },
      { account: ACCOUNT, domains: { "Books.cn": RECORD } },
    ]) {
      system.mood = json(answer);
      await expect(domainRegistry().list(ACCOUNT)).rejects.toMatchObject({ code: "EANSWER" });
    }
  });

  it("one about another business", async () => {
    system.mood = json({ certNo: "91110000MA0OTHER0X", business: BUSINESS });
    await expect(businessRegistry().find(CERT, asker)).rejects.toMatchObject({ code: "EANSWER" });
  });
});

const JSON_TYPE = { "content-type": "application/json" };

describe("how long it is waited for", () => {
  it("a system that stumbles is asked again at once", async () => {
    let n = 0;
    system.mood = (response) => {
      n += 1;
      if (n > 2) system.mood = null;
      response.writeHead(500).end();
    };
    expect(await outcome()).toBe("ESTATUS");
    expect(await outcome()).toBe(1);
    expect(system.questions).toHaveLength(4);
  });

  it("silent: three seconds for all questions of a request together, each asked twice", async () => {
    system.mood = () => undefined;
    const began = performance.now();
    const wait = newWait();
    const all = await Promise.allSettled([
      inventory(wait).list(ACCOUNT),
      domainRegistry(wait).lookUp(["books.cn"], asker),
      businessRegistry(wait).find(CERT, asker),
    ]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    // The patience is spent: what comes after them does not wait at all.
    await expect(domainRegistry(wait).list(ACCOUNT)).rejects.toMatchObject({ code: "ETIMEDOUT" });
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(PAGE_WAIT_MS - 50);
    expect(took).toBeLessThan(PAGE_WAIT_MS + 1_000);
    expect(system.questions).toHaveLength(6);
  });

  it("down: after five failures nobody asks for ten seconds, then one does, and all is well", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    system.mood = saying(503);
    expect([await outcome(), await outcome(), await outcome()]).toEqual(["ESTATUS", "ECIRCUIT", "ECIRCUIT"]);
    expect(system.questions).toHaveLength(BREAK_AFTER);
    system.mood = null;
    vi.setSystemTime(Date.now() + 9_999);
    expect(await outcome()).toBe("ECIRCUIT");
    vi.setSystemTime(Date.now() + 1);
    expect([await outcome(), await outcome()]).toEqual([1, 1]);
    expect(system.questions).toHaveLength(BREAK_AFTER + 2);
  });
});
