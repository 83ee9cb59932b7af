import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { businessRegistry } from "@/lib/business";
import { domainRegistry } from "@/lib/domains";
import { resetEnv } from "@/lib/env";
import type { Actor } from "@/lib/filing/access";
import {
  IMPORT_COLUMNS,
  IMPORT_KINDS,
  IMPORT_MAX_ROWS,
  type ImportKind,
  PROBLEM_REASONS,
  PROBLEMS_SHOWN,
  templateOf,
} from "@/lib/imports/kinds";
import { inventory } from "@/lib/inventory";
import { LOCALES } from "@/lib/messages/locales";
import { translator } from "@/lib/messages/translator";
import { NO_PROFILE } from "@/lib/provider/profile";
import { changeProfile } from "../provider/profile";
import { audited, newWorld, type World } from "../testing";
import { confirmImport, type Importer, previewImport } from "./import-file";
import { askedInstead, listImports } from "./list-imports";

let world: World;
let staff: Actor;
beforeEach(async () => {
  world = await newWorld();
  staff = await world.actor("supervisor");
});
afterEach(() => world.dispose());

const value = <V>(result: { ok: true; value: V } | { ok: false; error: unknown }): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const csv = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join("\r\n")}\r\n`, "utf8");
const headOf = (kind: ImportKind): string => IMPORT_COLUMNS[kind].map(({ name }) => name).join(",");
const look = async (kind: ImportKind, bytes: Buffer) => value(await previewImport(staff, { kind, bytes }));
const take = async (kind: ImportKind, bytes: Buffer, by: Importer = staff) => {
  const { sha256, basis } = await look(kind, bytes);
  return value(await confirmImport(by, { kind, bytes, sha256, basis }));
};
const found = async (kind: ImportKind, bytes: Buffer) =>
  (await look(kind, bytes)).problems.map(({ line, column, reason }) => [line, column, reason]);
const everything = async () =>
  JSON.stringify([
    await read().select().from(t.customers),
    await read().select().from(t.resources),
    await read().select().from(t.registeredDomains),
    await read().select().from(t.registeredBusinesses),
    await read().select().from(t.imports),
  ]);

const customers = (...more: readonly string[]) =>
  csv(headOf("customers"), `C-1,${world.seedOf("fresh-unit").email}`, ...more);
const SERVER = "ins-1,C-1,web-1,CVM,yes,12,2027-12-31,yes,203.0.113.9,330000";
const DOMAIN = "books.cn,C-1,yes,yes,no,清河图书有限公司,1,91110000MA01TEST0X,2026-01-31,2027-12-31";
const BUSINESS = "91110000MA01TEST0X,清河图书有限公司,林清平,active,2020-01-31,2020-02-01";
const servers = (...rows: readonly string[]) => csv(headOf("servers"), ...rows);

/** Files, and exactly what is said of them. Other rows of the same file are good. */
const BROKEN: readonly (readonly [string, ImportKind, Buffer, readonly unknown[]])[] = [
  ["empty", "customers", Buffer.alloc(0), [[1, null, "no-header"]]],
  ["only a mark", "customers", Buffer.from("\uFEFF"), [[1, null, "no-header"]]],
  ["of no encoding", "customers", Buffer.from([0x63, 0xff, 0xff, 0x0a]), [[1, null, "encoding"]]],
  ["with NUL", "customers", Buffer.from("customer,email\n\0,a@b.cn\n"), [[1, null, "encoding"]]],
  ["an open quotation", "customers", csv("customer,email", '"C-1,a@b.cn'), [[3, null, "syntax"]]],
  ["a quotation in the middle", "customers", csv("customer,email", '"C"1,a@b.cn'), [[2, null, "syntax"]]],
  [
    "without heading",
    "customers",
    csv("C-1,a@b.cn"),
    [
      [1, null, "header-unknown"],
      [1, null, "header-unknown"],
      [1, "customer", "header-missing"],
      [1, "email", "header-missing"],
    ],
  ],
  ["a heading twice", "customers", csv("customer,email,email", "C-1,a,b"), [[1, "email", "header-twice"]]],
  ["too few cells", "customers", csv("customer,email", "C-1"), [[2, null, "cells"]]],
  ["too many cells", "customers", csv("customer,email", "C-1,a@b.cn,x"), [[2, null, "cells"]]],
  ["nothing in it", "customers", csv("customer,email", ",a@b.cn"), [[2, "customer", "empty"]]],
  [
    "odd letters, no address",
    "customers",
    csv("customer,email", "C 1,nobody"),
    [
      [2, "customer", "id"],
      [2, "email", "email"],
    ],
  ],
  [
    "nobody's address",
    "customers",
    csv("customer,email", "C-1,nobody@sample.cn"),
    [[2, "email", "account-unknown"]],
  ],
  [
    "every cell of a server",
    "servers",
    csv(headOf("servers"), "x y,,,VPS,perhaps,1201,2027-02-30,ja,300.1.1.1,999999"),
    [
      [2, "id", "id"],
      [2, "customer", "empty"],
      [2, "name", "empty"],
      [2, "kind", "choice"],
      [2, "prepaid", "flag"],
      [2, "prepaid_months", "number"],
      [2, "expires_on", "date"],
      [2, "mainland", "flag"],
      [2, "public_ip", "ip"],
      [2, "province", "province"],
    ],
  ],
  [
    "no last day, an unknown customer",
    "servers",
    csv(headOf("servers"), "i,C-1,n,CVM,yes,1,,yes,,110000", SERVER.replace("C-1", "C-9")),
    [
      [2, "expires_on", "empty"],
      [3, "customer", "customer-unknown"],
    ],
  ],
  [
    "a name that is too long",
    "servers",
    csv(headOf("servers"), `i,C-1,${"n".repeat(101)},CVM,yes,1,2027-01-01,yes,,110000`),
    [[2, "name", "long"]],
  ],
  [
    "domains",
    "domains",
    csv(
      headOf("domains"),
      "www.books.cn,,yes,yes,no,,,,,",
      "b.cn,C-9,yes,yes,no,,99,,31.1.2026,",
      "c.cn,C-9,yes,yes,no,,,,,",
    ),
    [
      [2, "domain", "domain"],
      [3, "owner_id_type", "cert-type"],
      [3, "real_name_verified_on", "date"],
      [4, "customer", "customer-unknown"],
    ],
  ],
  [
    "businesses",
    "businesses",
    csv(headOf("businesses"), "12,名,,gone,,", `${BUSINESS}`, `${BUSINESS.toLowerCase()}`),
    [
      [2, "cert_no", "cert"],
      [2, "status", "choice"],
      [4, "cert_no", "twice"],
    ],
  ],
];

describe("a broken file", () => {
  it.each(BROKEN)("%s: every row named, nothing kept", async (_, kind, bytes, problems) => {
    await take("customers", customers());
    const before = await everything();
    const seen = await found(kind, bytes);
    // Whatever a case says of customers it says beside the one that is there.
    expect(seen).toEqual(problems);
    const { sha256, basis } = await look(kind, bytes);
    expect(await confirmImport(staff, { kind, bytes, sha256, basis })).toMatchObject({
      error: { code: "invalid", reason: "import.problems" },
    });
    expect(await everything()).toBe(before);
  });

  it("every reason is used, and has its sentence in both languages", () => {
    const said = new Set(BROKEN.flatMap(([, , , problems]) => problems.map((one) => (one as string[])[2])));
    const elsewhere = ["rows", "account-twice", "server-taken", "data-centre"];
    expect(PROBLEM_REASONS.filter((one) => !said.has(one) && !elsewhere.includes(one))).toEqual([]);
    for (const locale of LOCALES)
      for (const reason of PROBLEM_REASONS)
        expect(translator(locale).has(`imports.problem.${reason}`), `${locale} ${reason}`).toBe(true);
  });

  it("repeats nothing of what stands in it", async () => {
    const told = JSON.stringify(await look("businesses", csv("林清平,91110000MA01TEST0X", "张三,x")));
    expect(told).not.toMatch(/林清平|91110000|张三/);
    const cells = await look("businesses", csv(headOf("businesses"), "12张三,名,李四,王五,赵六,孙七"));
    expect(JSON.stringify(cells)).not.toMatch(/张三|李四|王五|赵六|孙七/);
  });

  it("names so many rows and counts the rest; takes so many rows and no more", async () => {
    const bad = Array.from({ length: PROBLEMS_SHOWN + 1 }, () => ",");
    const odd = await look("customers", csv("customer,email", ...bad.map((_, n) => `c${n},`)));
    expect([odd.problems.length, odd.problemCount]).toEqual([PROBLEMS_SHOWN, PROBLEMS_SHOWN + 1]);
    const many = (count: number) =>
      csv(headOf("businesses"), ...Array.from({ length: count }, (_, n) => `${10_000 + n},名,,active,,`));
    expect(await found("businesses", many(IMPORT_MAX_ROWS + 1))).toEqual([[1, null, "rows"]]);
    expect(await found("businesses", many(IMPORT_MAX_ROWS))).toEqual([]);
  });

  it("an account two rows claim, a server that was here before any file", async () => {
    const { email } = world.seedOf("fresh-unit");
    expect(await found("customers", customers(`C-2,${email.toUpperCase()}`))).toEqual([
      [3, "email", "account-twice"],
    ]);
    await take("customers", customers());
    const [seeded] = await read().select().from(t.resources).limit(1);
    expect(await found("servers", servers(SERVER.replace("ins-1", seeded?.id ?? "")))).toEqual([
      [2, "id", "server-taken"],
    ]);
  });

  it("a mainland server where the provider has no data centre, once he said where he has some", async () => {
    await take("customers", customers());
    const elsewhere = servers(SERVER.replace(",yes,203.0.113.9", ",no,203.0.113.9"));
    expect(await found("servers", servers(SERVER))).toEqual([]);
    const actor = await world.actor("admin");
    await changeProfile(actor, { ...NO_PROFILE, dataCentres: ["110000"], revision: 0 });
    expect(await found("servers", servers(SERVER))).toEqual([[2, "province", "data-centre"]]);
    expect(await found("servers", elsewhere)).toEqual([]);
    await changeProfile(actor, { ...NO_PROFILE, dataCentres: ["110000", "330000"], revision: 1 });
    expect(await found("servers", servers(SERVER))).toEqual([]);
  });
});

describe("a good file", () => {
  it.each(IMPORT_KINDS)("the template of %s can be read as it is", async (kind) => {
    const reasons = (await look(kind, Buffer.from(templateOf(kind)))).problems.map(({ reason }) => reason);
    expect(reasons.filter((one) => one !== "customer-unknown" && one !== "account-unknown")).toEqual([]);
  });

  it.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["UTF-8 with its mark", (text: string) => Buffer.from(`\uFEFF${text}`)],
    // 清河 and 是 as a spreadsheet in China writes them.
    ["GB18030", (text: string) => Buffer.concat([...text].map((one) => GB[one] ?? Buffer.from(one)))],
  ])("is read in %s, columns in any order, empty rows left out", async (_, encode) => {
    await take("customers", customers());
    const text = "Name,id,customer,kind,prepaid,prepaid_months,expires_on,mainland,public_ip,province\n";
    const row = "清河,i-9,C-1,cvm,是,1,2027-01-31,1,,110000\n,,,,,,,,,\n\n";
    expect(await take("servers", encode(text + row))).toMatchObject({ added: 1 });
    const accountId = (await world.actor("fresh-unit")).accountId ?? "";
    expect((await inventory().find(accountId, ["i-9"]))["i-9"]).toMatchObject({
      name: "清河",
      kind: "CVM",
      prepaid: true,
      publicIp: null,
      // Through the last day of January in Shanghai.
      expiresAt: Date.parse("2027-02-01T00:00:00+08:00"),
    });
  });

  it("is taken over whole; the same again changes nothing; the next one adds, changes and removes", async () => {
    await take("customers", customers());
    const first = servers(SERVER, SERVER.replace("ins-1", "ins-2"));
    expect(await look("servers", first)).toMatchObject({
      ...{ added: 2, changed: 0, removed: 0, unchanged: 0 },
      examples: { added: ["ins-1", "ins-2"] },
    });
    const seeded = (await read().select().from(t.resources)).length;
    expect(await take("servers", first)).toEqual({ added: 2, changed: 0, removed: 0, unchanged: 0 });
    const before = await everything();
    expect(await take("servers", first)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 2 });
    expect(await everything()).toBe(before);
    const next = servers(SERVER.replace("web-1", "web-9"), SERVER.replace("ins-1", "ins-3"));
    expect(await take("servers", next)).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 0 });
    expect(await read().select().from(t.resources)).toHaveLength(seeded + 2);
    const [last] = value(await listImports(staff));
    expect(last).toMatchObject({ kind: "servers", added: 1, changed: 1, removed: 1, by: expect.any(String) });
    expect(await audited(last?.id ?? "")).toMatchObject([{ action: "import.done", outcome: "done" }]);
  });

  it("customers may change places", async () => {
    const [a, b] = ["fresh-unit", "draft-half"].map((id) => world.seedOf(id).email);
    const both = (x = "", y = "") => csv(headOf("customers"), `C-1,${x}`, `C-2,${y}`);
    await take("customers", both(a, b));
    expect(await take("customers", both(b, a))).toMatchObject({ changed: 2 });
  });

  it("must be the one that was shown, and nobody's may have come between", async () => {
    const bytes = customers();
    const { sha256, basis } = await look("customers", bytes);
    const other = Buffer.concat([bytes, Buffer.from("\n")]);
    expect(await confirmImport(staff, { kind: "customers", bytes: other, sha256, basis })).toMatchObject({
      error: { code: "stale", reason: "import.other-file" },
    });
    await take("customers", bytes, "operator");
    expect(await confirmImport(staff, { kind: "customers", bytes, sha256, basis })).toMatchObject({
      error: { code: "stale", reason: "import.moved" },
    });
    expect(value(await listImports(staff))).toMatchObject([{ by: null }]);
  });

  it("is a supervisor's or an administrator's", async () => {
    const bytes = customers();
    for (const persona of ["reviewer-lin", "fresh-unit", "officer"]) {
      const actor = await world.actor(persona);
      for (const answer of [
        await previewImport(actor, { kind: "customers", bytes }),
        await confirmImport(actor, { kind: "customers", bytes, sha256: "", basis: "none" }),
      ])
        expect(answer).toMatchObject({ error: { code: "forbidden" } });
      expect(await listImports(actor)).toMatchObject({ error: { code: "forbidden" } });
    }
    expect((await previewImport(await world.actor("admin"), { kind: "customers", bytes })).ok).toBe(true);
  });
});

const GB: Readonly<Record<string, Buffer>> = {
  清: Buffer.from([0xc7, 0xe5]),
  河: Buffer.from([0xba, 0xd3]),
  是: Buffer.from([0xca, 0xc7]),
};

describe("what files brought is what the ports say", () => {
  const asker = { accountId: "a", realName: "别家", idNo: "X" };
  const domain = {
    ...{ registered: true, registeredHere: true, registrarApproved: true, serverHold: false },
    ...{ ownerName: "清河图书有限公司", ownerIdType: 1, ownerIdNo: "91110000MA01TEST0X" },
    realNameVerifiedAt: Date.parse("2026-01-31T00:00:00+08:00"),
    expiresAt: Date.parse("2028-01-01T00:00:00+08:00"),
  };
  const business = {
    ...{ found: true, name: "清河图书有限公司", legalRepName: "林清平", status: "active" },
    registeredOrUpdatedAt: Date.parse("2020-01-31T00:00:00+08:00"),
    licenceIssuedOn: "2020-02-01",
  };
  beforeEach(async () => {
    await take("customers", customers());
    await take("domains", csv(headOf("domains"), DOMAIN));
    await take("businesses", csv(headOf("businesses"), BUSINESS));
  });
  afterEach(() => {
    delete process.env.ICP_MODE;
    resetEnv();
  });

  it.each(["sandbox", "production"])("in %s", async (mode) => {
    process.env.ICP_MODE = mode;
    resetEnv();
    const known = await domainRegistry().lookUp(["Books.cn", "other.cn"], asker);
    expect(known["books.cn"]).toEqual(domain);
    expect("other.cn" in known).toBe(mode === "sandbox");
    const accountId = (await world.actor("fresh-unit")).accountId ?? "";
    expect(await domainRegistry().list(accountId)).toContainEqual({ domain: "books.cn", ...domain });
    expect(await businessRegistry().find("91110000ma01test0x", asker)).toEqual(business);
    expect((await businessRegistry().find("91110000MA0OTHER0X", asker)) === null).toBe(mode === "production");
  });

  it("owners and numbers stand nowhere in clear", async () => {
    const rows = [
      await read().select().from(t.registeredDomains),
      await read().select().from(t.registeredBusinesses),
    ];
    const text = rows
      .flat()
      .flatMap((row) => Object.values(row))
      .map((cell) => (Buffer.isBuffer(cell) ? cell.toString("latin1") : String(cell)))
      .join(" ");
    expect(text).not.toContain("91110000MA01TEST0X");
    expect(text).not.toContain(Buffer.from("清河图书有限公司").toString("latin1"));
    expect(text).toContain("books.cn");
  });
});

it("files of a kind that a system is asked for are said to be of no use", () => {
  expect(IMPORT_KINDS.map(askedInstead)).toEqual([null, null, null, null]);
  process.env.DOMAINS_URL = "https://registrar.internal/";
  resetEnv();
  expect(IMPORT_KINDS.map(askedInstead)).toEqual([null, null, "DOMAINS_URL", null]);
  delete process.env.DOMAINS_URL;
  resetEnv();
});
