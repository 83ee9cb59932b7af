import { readdirSync, readFileSync } from "node:fs";
import { KINDS } from "../../lib/boot/seed/kinds-data";
import { APPLICANTS, type ApplicantSeed } from "../../lib/boot/seed/persona-data";
import { signInAs } from "../fixtures";
import { actionsOfBuild, Caller } from "../support/caller";
import { expect, test, untilSettled } from "../support/isolated";
import { pagesBelow } from "../support/pages";
import { orderOf } from "../support/state";

const SEEDS: readonly ApplicantSeed[] = [...APPLICANTS, ...KINDS];

/** Numbers and addresses that stand nowhere but in the personas' own data. */
const markersOf = (id: string): readonly string[] => {
  const one = SEEDS.find((applicant) => applicant.id === id);
  if (one === undefined) throw new Error(id);
  const people = [one.lead, ...(one.second ? [one.second] : [])];
  const owner = one.account.kind === "person" ? [one.account.idNo, one.account.realName] : [];
  return [...people.flatMap(({ name, idNo, phone }) => [name, idNo, phone]), one.account.address, ...owner];
};
const ALL = SEEDS.flatMap(({ id }) => markersOf(id));
const PARAMS = {
  token: "x".repeat(43),
  view: "all",
  setting: "remarkMinLength",
  province: "jiangsu",
  obstacle: "shell-entity",
  sequence: "1",
  service: "svc_000000",
  serviceId: "svc_000000",
  inspectionId: "01900000-0000-7000-8000-000000000000",
  section: "entity",
};

/** As a document, and as what the router fetches. */
const FORMS: readonly Readonly<Record<string, string>>[] = [{}, { rsc: "1" }];

const found = (text: string, markers: readonly string[]) => markers.filter((marker) => text.includes(marker));

for (const persona of ["fresh-unit", "rejected-two", "admin"]) {
  test(`no page of ${persona} carries anybody else's data, as HTML or as payload`, async ({ server }) => {
    const caller = await Caller.as(server, persona);
    const own = persona === "admin" ? [] : markersOf(persona);
    const others = ALL.filter((marker) => !own.includes(marker));
    const { id } = orderOf(server, "at-authority");
    // The sandbox's mailbox is a window on everybody's post, by purpose, and the persona cards name invented people.
    const pages = pagesBelow("app").filter(({ file }) => !file.startsWith("app/sandbox/"));
    for (const { file, path } of pages)
      for (const headers of FORMS) {
        const text = await (await caller.fetch("GET", path({ ...PARAMS, id }), { headers })).text();
        expect(found(text, others), file).toEqual([]);
      }
  });
}

test("a reviewer reads numbers in full only after claiming", async ({ server }) => {
  const zhao = await Caller.as(server, "reviewer-zhao");
  const { id } = orderOf(server, "at-authority");
  const markers = markersOf("at-authority").filter((marker) => /\d{8}/.test(marker));
  for (const headers of FORMS)
    for (const path of [`/review/orders/${id}`, "/review/queue/all", "/review/queue/forwarded"]) {
      const text = await (await zhao.fetch("GET", path, { headers })).text();
      expect(found(text, markers), path).toEqual([]);
    }
});

test("what is typed reaches no address, no storage of the browser and no other request than its own", async ({
  page,
  server,
}) => {
  const typed = markersOf("draft-half");
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  await signInAs(page, "draft-half");
  const { id } = orderOf(server, "draft-half");
  for (const { path } of pagesBelow("app/console")) {
    await page.goto(path({ ...PARAMS, id }));
    await page.waitForLoadState("load");
  }
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(found(stored, typed)).toEqual([]);
  expect(found(addresses.join("\n"), typed)).toEqual([]);
});

test("no marker is logged, whatever is sent wherever", async ({ server }) => {
  const marker = "11010119900307999X";
  const mail = "marker-of-nobody@example.cn";
  const caller = await Caller.as(server, "draft-half");
  const { id } = orderOf(server, "draft-half");
  const people = [
    { id: "ppl_marker", name: `${marker}名`, idNo: marker, phone1: "13987654321", strange: marker },
  ];
  const value = { people, serviceLeads: {} };
  await caller.json("PUT", `/api/orders/${id}/draft`, { section: "people", baseVersion: 1, value });
  await caller.fetch("PUT", `/api/orders/${id}/draft`, {
    body: `{"idNo": "${marker}`,
    headers: { "content-type": "application/json" },
  });
  await Caller.anonymous(server).handshake("password", { email: mail, password: marker });
  await caller.fetch("POST", "/api/auth/callback/password", {
    body: `{"email":"${mail}"`,
    headers: { "content-type": "application/json" },
  });
  for (const entry of actionsOfBuild()) {
    if (entry.name.endsWith("#signOutAction")) continue;
    await caller.action(entry, [{ idNo: marker, phone: "13987654321", [marker]: 1 }]);
    await caller.rawAction(entry, `[{"idNo":"${marker}"`);
    await caller.rawAction(entry, `${marker}`);
  }
  await caller.fetch("GET", `/console/orders/${marker}`);
  expect(found(server.logs(), [marker, mail, "13987654321", ...ALL])).toEqual([]);
  for (const line of server
    .logs()
    .split("\n")
    .filter((one) => one.startsWith("{")))
    expect(Object.keys(JSON.parse(line) as object)).toContain("msg");
});

test("no number, phone or mail address lies in clear in any file of the data directory", async ({
  server,
}) => {
  await untilSettled(server);
  const markers = [...ALL.filter((marker) => /\d{8}/.test(marker)), ...SEEDS.map(({ email }) => email)];
  const names = readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const { parentPath, name } of names) {
    const text = readFileSync(`${parentPath}/${name}`).toString("latin1");
    expect(found(text, markers), name).toEqual([]);
  }
});
