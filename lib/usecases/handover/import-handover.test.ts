import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { orderNow, type World } from "../testing";
import { handoverTemplate, importHandover } from "./import-handover";
import { CSV_MAX_ROWS } from "./read-csv";
import { readHandover } from "./read-handover";
import { inTray, manualWorld, record, sequenceOf, underReview } from "./testing";

const HEAD = "sequence,order,record,subject,value,text";
/** 通过 and the like as Excel in China saves them. */
const GBK: Readonly<Record<string, readonly number[]>> = { 已报送: [0xd2, 0xd1, 0xb1, 0xa8, 0xcb, 0xcd] };

let world: World;
beforeEach(async () => {
  world = await manualWorld();
});
afterEach(() => world.dispose());

const lin = () => world.actor("reviewer-lin");
const send = async (text: string | Uint8Array) =>
  importHandover(await lin(), typeof text === "string" ? Buffer.from(text) : text);
const file = (...lines: readonly string[]) => `${[HEAD, ...lines].join("\r\n")}\r\n`;
const badOf = async (text: string | Uint8Array) => {
  const answer = await send(text);
  if (answer.ok) throw new Error("the file was taken");
  const fields = (answer.error.fields ?? []).map(({ path, reason }) => `${path} ${reason}`);
  return fields.length > 0 ? fields : [answer.error.reason ?? answer.error.code];
};
const recorded = async () => (await read().select().from(t.manualRecords)).map(({ type }) => type);

interface Waiting {
  readonly orderId: string;
  readonly number: string;
  readonly sequence: number;
}
async function waiting(id = "fresh-unit"): Promise<Waiting> {
  const { orderId } = await inTray(world, id);
  const sequence = await sequenceOf(orderId);
  await record(await lin(), sequence, { type: "sent" });
  return { orderId, number: (await orderNow(orderId)).row.number, sequence };
}
const at = ({ sequence, number }: Waiting, rest: string) => `${sequence},${number},${rest}`;
const leadsOf = async ({ sequence }: Waiting) => {
  const page = await readHandover(await lin(), { sequence });
  if (!page.ok) throw new Error(page.error.code);
  return page.value.leads.map((_, index) => String(index + 1));
};

describe("a good file", () => {
  it("is recorded whole, line after line; the same file again changes nothing and says so", async () => {
    const one = await waiting();
    const leads = await leadsOf(one);
    const lines = [
      at(one, "smsStarted,,,"),
      ...leads.map((lead) => at(one, `smsDone,${lead},,`)),
      at(one, "approved,,浙ICP备2026000001号,"),
      at(one, "approved,1,浙ICP备2026000001号-1,"),
    ];
    const written = leads.length + 2;
    expect(await send(file(...lines))).toEqual({ ok: true, value: { written, known: 0 } });
    await world.pass(5_000);
    expect((await orderNow(one.orderId)).snapshot.state).toBe("APPROVED");
    const before = await recorded();
    expect(await send(`\uFEFF${file(...lines)}`)).toEqual({
      ok: true,
      value: { written: 0, known: written },
    });
    expect(await recorded()).toEqual(before);
    const rows = await read()
      .select()
      .from(t.manualRecords)
      .where(eq(t.manualRecords.sequence, one.sequence));
    expect(rows.slice(-written).every(({ via }) => via === "file")).toBe(true);
  });

  it("may be GBK, may name things in Chinese, by domain and by id, and leave lines of the template empty", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    const { number } = (await orderNow(orderId)).row;
    await record(await lin(), sequence, { type: "refused", code: "DOMAIN_CONFLICT" });
    await world.pass(5_000);
    const other = await waiting("filed");
    const known = Buffer.concat([
      Buffer.from(`${HEAD}\n${other.sequence},${other.number},`),
      Buffer.from(GBK.已报送 ?? []),
      Buffer.from(`,,,\n${sequence},${number},,,,\n`),
    ]);
    expect(await send(known)).toEqual({ ok: true, value: { written: 0, known: 1 } });
  });

  it("carries a rejection of many items, each at its usual place or where it says", async () => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await underReview(world, await lin(), orderId);
    const one = { orderId, sequence, number: (await orderNow(orderId)).row.number };
    const text = file(
      at(one, 'rejected,1,DOMAIN_CONFLICT,"域名已由他人备案, 请核实"'),
      at(one, "rejected,,ORGANIZER_CONFLICT,"),
    );
    expect(await send(text)).toEqual({ ok: true, value: { written: 1, known: 0 } });
    await world.pass(5_000);
    const { corrections, state } = (await orderNow(orderId)).snapshot;
    expect(state).toBe("AUTHORITY_REJECTED");
    expect(corrections.map(({ code, target }) => [code, target.replace(/\[[^\]]+\]/, "[]")])).toEqual([
      ["DOMAIN_CONFLICT", "services[].domain"],
      ["ORGANIZER_CONFLICT", "order"],
    ]);
  });

  it("begins as a template with a line for everything the authority owes an answer", async () => {
    const one = await waiting();
    const template = await handoverTemplate(await lin());
    expect(template).toEqual({ ok: true, value: `\uFEFF${HEAD}\r\n${at(one, ",,,")}\r\n` });
    expect(await badOf(template.ok ? template.value : "")).toEqual(["handover.file-empty"]);
  });
});

describe("a broken file", () => {
  it.each([
    ["nothing", "", "handover.file-columns"],
    ["other columns", "a,b,c\n1,2,3\n", "handover.file-columns"],
    ["columns in another order", "order,sequence,record,subject,value,text\n", "handover.file-columns"],
    ["a heading alone", `${HEAD}\n`, "handover.file-empty"],
    ["neither UTF-8 nor GBK", Buffer.from([0xff, 0xfe, 0x73, 0x00, 0xff]), "handover.file-encoding"],
    ["a quotation that never ends", `${HEAD}\n1,B1,sent,,,"open\n`, "2 handover.row-quotes"],
    ["too few columns", `${HEAD}\n1,B1,sent\n`, "2 handover.row-columns"],
    ["too many columns", `${HEAD}\n1,B1,sent,,,,,\n`, "2 handover.row-columns"],
    ["no number", `${HEAD}\nx,B1,sent,,,\n`, "2 handover.row-sequence"],
    ["the number zero", `${HEAD}\n0,B1,sent,,,\n`, "2 handover.row-sequence"],
    ["an unknown submission", `${HEAD}\n999,B1,sent,,,\n`, "2 handover.row-unknown"],
  ])("with %s is refused", async (_, text, expected) => {
    expect(await badOf(text)).toEqual([expected]);
    expect(await recorded()).toEqual([]);
  });

  it("may have so many lines and not one more", async () => {
    const lines = (count: number) => file(...Array.from({ length: count }, () => "999,B1,,,,"));
    expect(await badOf(lines(CSV_MAX_ROWS))).toEqual(["handover.file-empty"]);
    expect(await badOf(lines(CSV_MAX_ROWS + 1))).toEqual(["handover.file-rows"]);
  });

  it("names every bad line and imports nothing of the good ones", async () => {
    const [one, two] = [await waiting("fresh-unit"), await waiting("filed")];
    const before = await recorded();
    const bad = await badOf(
      file(
        at(one, "smsStarted,,,"),
        at(one, "smsDone,99,,"),
        `${two.sequence},${one.number},smsStarted,,,`,
        at(two, "vanished,,,"),
        at(one, "smsStarted,,,"),
        `0,${one.number},sent,,,`,
      ),
    );
    expect(bad).toEqual([
      "3 handover.no-lead",
      "4 handover.row-order",
      "5 handover.row-record",
      "6 handover.row-twice",
      "7 handover.row-sequence",
    ]);
    expect(await recorded()).toEqual(before);
    expect((await readHandover(await lin(), { sequence: one.sequence })).ok).toBe(true);
  });

  it.each([
    ["in the wrong order", "approved,,浙ICP备2026000001号,", "handover.in-sent"],
    ["with a wrong cause", "smsFailed,,tired,", "handover.in-sent"],
    ["with a wrong door code", "refused,,NO_CODE,", "handover.row-value"],
  ])("%s is refused at its line", async (_, rest, expected) => {
    const one = await waiting();
    const found = await badOf(file(at(one, rest)));
    expect(found).toEqual([rest.startsWith("smsFailed") ? "2 handover.row-value" : `2 ${expected}`]);
  });

  it.each([
    [
      "another province",
      ["approved,,粤ICP备2026000001号,", "approved,1,粤ICP备2026000001号-1,"],
      "2 handover.number-province",
    ],
    ["a service without a number", ["approved,,浙ICP备2026000001号,"], "2 handover.number-missing"],
    [
      "two entity numbers",
      ["approved,,浙ICP备2026000001号,", "approved,,浙ICP备2026000002号,"],
      "3 handover.row-twice",
    ],
    [
      "an unknown service",
      ["approved,,浙ICP备2026000001号,", "approved,9,浙ICP备2026000001号-1,"],
      "3 handover.row-subject",
    ],
    ["an unknown reason", ["rejected,,NO_SUCH,"], "2 handover.reason"],
    ["a place the reason does not fit", ["rejected,1,ORGANIZER_CONFLICT,"], "2 handover.row-subject"],
    ["remarks too long", [`rejected,,ORGANIZER_CONFLICT,${"长".repeat(1001)}`], "2 handover.row-value"],
  ])("with %s is refused", async (_, rests, expected) => {
    const { orderId } = await inTray(world, "fresh-unit");
    const sequence = await underReview(world, await lin(), orderId);
    const one = { orderId, sequence, number: (await orderNow(orderId)).row.number };
    expect(await badOf(file(...rests.map((rest) => at(one, rest))))).toEqual([expected]);
    expect((await orderNow(orderId)).snapshot.state).toBe("AUTHORITY_REVIEW");
  });

  it("uses no number twice, not even within itself", async () => {
    const first = await inTray(world, "fresh-unit");
    const second = await inTray(world, "filed");
    const rows: Waiting[] = [];
    for (const { orderId } of [first, second]) {
      const sequence = await underReview(world, await lin(), orderId);
      rows.push({ orderId, sequence, number: (await orderNow(orderId)).row.number });
    }
    const lines = rows.flatMap((row) => [
      at(row, "approved,,浙ICP备2026000001号,"),
      at(row, "approved,1,浙ICP备2026000001号-1,"),
    ]);
    const found = await badOf(file(...lines));
    expect(new Set(found.map((line) => line.split(" ")[0]))).toEqual(new Set(["4"]));
    expect(await read().select().from(t.manualNumbers)).toEqual([]);
  });

  it("about an order of the reader's own account is refused", async () => {
    const one = await waiting();
    const own = { ...(await lin()), accountIds: [(await orderNow(one.orderId)).row.accountId] };
    expect(await importHandover(own, Buffer.from(file(at(one, "smsStarted,,,"))))).toMatchObject({
      error: { fields: [{ path: "2", reason: "order.own-account" }] },
    });
  });
});
