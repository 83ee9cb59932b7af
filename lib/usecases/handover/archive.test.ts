import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import { audited, type World } from "../testing";
import { type ArchiveFile, archive, once } from "./archive";
import { materialName } from "./archive-names";
import { downloadHandover } from "./download-handover";
import { takeHandover } from "./record-handover";
import { applicationSheets } from "./sheets";
import { inTray, manualWorld, sequenceOf } from "./testing";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pieces) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe("the archive of a submission", () => {
  let world: World;
  beforeEach(async () => {
    world = await manualWorld();
  });
  afterEach(() => world.dispose());

  it("has fields, documents and checksums that hold, and no personal value in its names", async () => {
    const { orderId, seed } = await inTray(world, "fresh-unit");
    const sequence = await sequenceOf(orderId);
    const lin = await world.actor("reviewer-lin");
    expect(await downloadHandover(lin, { sequence })).toMatchObject({
      error: { reason: "handover.in-received" },
    });
    await takeHandover(lin, { sequence });
    const download = await downloadHandover(lin, { sequence });
    if (!download.ok) throw new Error(download.error.reason);
    expect(download.value.name).toBe(`handover-${sequence}.zip`);
    const files = unzipSync(await collect(download.value.body));
    const names = Object.keys(files);
    const sums = strFromU8(files["checksums.sha256"] ?? new Uint8Array())
      .trim()
      .split("\n")
      .map((line) => line.split("  "));
    expect(sums.map(([, name]) => name)).toEqual(names.filter((name) => name !== "checksums.sha256"));
    for (const [sum, name = ""] of sums) expect(sha256(files[name] ?? new Uint8Array()), name).toBe(sum);
    const application = JSON.parse(strFromU8(files["application.json"] ?? new Uint8Array())) as unknown;
    expect(ApplicationDraft.parse(application).entity.certNo).toBe(seed.account.idNo);
    const materials = names.filter((name) => name.startsWith("materials/"));
    expect(materials.length).toBeGreaterThan(2);
    // Originals, not what reviewers look at: JPEG as stored.
    for (const name of materials.filter((one) => one.endsWith(".jpg")))
      expect(files[name]?.subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8));
    const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())) as {
      sequence: number;
      files: { name: string; sha256: string }[];
    };
    expect(manifest.sequence).toBe(sequence);
    expect(manifest.files.map(({ name }) => name)).toEqual([
      "application.json",
      "application.xlsx",
      ...materials,
    ]);
    for (const name of names) {
      expect(name).toMatch(/^[A-Za-z0-9_./-]+$/);
      for (const secret of [seed.lead.phone, seed.lead.idNo, seed.account.idNo])
        expect(name).not.toContain(secret);
    }
    expect((await audited(orderId)).filter(({ action }) => action === "handover.downloaded")).toHaveLength(1);
  });
});

const AT = Date.parse("2026-11-24T10:00:00+08:00");

describe("a stream of files", () => {
  const file = (name: string, text: string, sha = sha256(Buffer.from(text))): ArchiveFile => ({
    name,
    packed: true,
    bytes: () => once(Buffer.from(text)),
    sha256: sha,
  });

  it("breaks off when a document is not what was handed over", async () => {
    await expect(collect(archive([file("a.txt", "a", "0".repeat(64))], AT))).rejects.toThrow("a.txt");
  });

  it("opens the next file only when the one before is through", async () => {
    const opened: string[] = [];
    const lazy = (name: string): ArchiveFile => ({
      ...file(name, name),
      bytes: () => {
        opened.push(name);
        return once(Buffer.from(name));
      },
    });
    const pieces = archive([lazy("a"), lazy("b")], AT);
    await pieces.next();
    expect(opened).toEqual(["a"]);
    await collect(pieces);
    expect(opened).toEqual(["a", "b"]);
  });
});

it.each([
  [
    { code: "ORG_CERT", subject: "entity", side: "SINGLE", mime: "image/jpeg" },
    "materials/001-ORG_CERT-entity-SINGLE.jpg",
  ],
  [
    { code: "FILM", subject: "people[ppl_1]", side: "SINGLE", mime: "video/mp4" },
    "materials/001-FILM-people-ppl_1-SINGLE.mp4",
  ],
  [{ code: "X", subject: "../../林", side: "FRONT", mime: "text/html" }, "materials/001-X--FRONT.bin"],
])("a document is called by codes alone: %o", (named, expected) => {
  expect(materialName(0, named)).toBe(expected);
});

describe("the workbook", () => {
  it("has a sheet each for entity, people and services, and no cell is a formula", async () => {
    const evil = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'];
    const app: ApplicationDraft = {
      schemaVersion: 1,
      entity: { nature: 4, name: evil[0], certNo: evil[1], province: "110000", remark: evil[4] },
      people: [{ id: "ppl_1", name: evil[2] }],
      services: [{ kind: "WEBSITE", id: "svc_1", name: evil[3], domain: "a.cn" }],
    };
    const files = unzipSync(await applicationSheets(app));
    const xml = Object.entries(files)
      .filter(([name]) => name.endsWith(".xml"))
      .map(([, bytes]) => strFromU8(bytes))
      .join("");
    expect(Object.keys(files).filter((name) => name.startsWith("xl/worksheets/sheet"))).toHaveLength(3);
    for (const sheet of ["主体", "人员", "服务"]) expect(xml).toContain(`name="${sheet}"`);
    for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "主体名称", "北京"]) expect(xml).toContain(text);
    expect(xml).not.toMatch(/<f[ >]/);
  });
});
