import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const EXAMPLES = "public/schema/examples";
const NOW = "2026-11-21T10:00:00+08:00";
const example = (name) => JSON.parse(readFileSync(`${EXAMPLES}/${name}.json`, "utf8"));
const folder = mkdtempSync(join(tmpdir(), "check-"));
/** A file with this content, for one run. */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Runs a program to its end; standard output must be one JSON document. */
function ends(command, args, { input = "", env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"])
      child[name].setEncoding("utf8").on("data", (text) => {
        out[name] += text;
      });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, json: JSON.parse(out.stdout), stderr: out.stderr }));
    // A command that refuses early does not read to the end.
    child.stdin.on("error", () => undefined).end(input);
  });
}
const check = (args, options) => ends(process.execPath, ["scripts/check-file.mjs", ...args], options);
const rules = ({ json }) => [
  ...new Set(json.findings.filter(({ level }) => level !== "info").map(({ rule }) => rule)),
];

/** Each run starts two programs, and a small machine runs many tests at once. */
const PATIENCE = { timeout: 60_000 };

describe.concurrent("the examples", PATIENCE, () => {
  const EXPECTED = {
    "access-mismatch": [1, ["access.must-match", "access.lead-phone"]],
    "app-game": [0, []],
    "enterprise-beijing": [0, []],
    "person-guangdong": [1, ["province.note", "materials.missing"]],
    "unit-jiangsu": [
      1,
      ["domain.realname-wait", "province.note", "materials.missing", "materials.letter-template"],
    ],
  };

  test("are all expected", () => {
    const names = readdirSync(EXAMPLES).map((name) => name.replace(/\.json$/, ""));
    expect(names.sort()).toEqual(Object.keys(EXPECTED).sort());
  });
  test.each(Object.entries(EXPECTED))("%s", async (name, [code, said]) => {
    const result = await check([`${EXAMPLES}/${name}.json`, "--now", NOW]);
    expect({ code: result.code, ok: result.json.ok, said: rules(result), stderr: result.stderr }).toEqual({
      code,
      ok: code === 0,
      said,
      stderr: "",
    });
  });

  test("hold invented identities only", () => {
    const synthetic = [
      ..."110101199003070011 11010119900307002X 320106197811300016 440305198507120017".split(" "),
      ..."91110108MA0000015T 11320102000000043P 53510104500000074J".split(" "),
    ];
    for (const name of Object.keys(EXPECTED)) {
      const { application } = example(name);
      const numbers = [application.entity.certNo, ...application.people.map(({ idNo }) => idNo)];
      expect(
        numbers.filter((number) => !synthetic.includes(number)),
        name,
      ).toEqual([]);
    }
  });
});

describe.concurrent("the command", PATIENCE, () => {
  test("runs through npm with an empty home, and prints exactly what is promised", async () => {
    const env = { ...process.env, HOME: mkdtempSync(join(tmpdir(), "home-")) };
    const args = ["run", "-s", "check", "--", `${EXAMPLES}/person-guangdong.json`, "--now", NOW];
    const { code, json } = await ends("npm", args, { env });
    expect(code).toBe(1);
    expect(Object.keys(json)).toEqual(["findings", "requiredMaterials", "ok"]);
    for (const finding of json.findings)
      expect(Object.keys(finding)).toEqual(["rule", "level", "path", "params", "message"]);
    const slot = json.requiredMaterials.find((one) => one.code === "RESIDENCE_PROOF");
    expect(Object.keys(slot)).toEqual([
      "code",
      "subject",
      "sides",
      "optional",
      "alternatives",
      "reason",
      "rule",
    ]);
    expect(slot).toMatchObject({ subject: "entity", sides: ["SINGLE"], rule: "materials.missing" });
    expect(slot.reason).toMatch(/\p{Script=Han}/u);
  });

  test("reads standard input, and speaks the language asked for", async () => {
    const input = JSON.stringify(example("person-guangdong"));
    const [zh, en] = await Promise.all([
      check(["-", "--now", NOW], { input }),
      check(["-", `--now=${NOW}`, "--lang=en"], { input }),
    ]);
    const sentences = ({ json }) => [
      ...json.findings.map(({ message }) => message),
      ...json.requiredMaterials.map(({ reason }) => reason),
    ];
    expect(sentences(zh).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect(sentences(en).filter((text) => !/^[a-z]+[^“]* [a-z]+/i.test(text))).toEqual([]);
    const same = ({ json }) => json.findings.map(({ message: _, ...rest }) => rest);
    expect(same(zh)).toEqual(same(en));
  });

  test.each([
    ["2026-11-22T23:59:59", ["domain.realname-wait"]],
    ["2026-11-23", []],
  ])("--now %s stands before or after the end of a wait", async (now, said) => {
    const good = example("enterprise-beijing");
    good.facts.domains["qinghe-demo.com"].realNameVerifiedAt = Date.parse("2026-11-20T00:00:00+08:00");
    const result = await check([file(`wait-${now.length}.json`, good), "--now", now]);
    expect([result.code, rules(result)]).toEqual([said.length, said]);
  });

  test("refuses what the schema does not describe, with the place of each violation", async () => {
    const { application, ...rest } = example("enterprise-beijing");
    const services = application.services.map((service) => ({ ...service, languages: ["zh"] }));
    const bad = { ...rest, application: { ...application, services, owner: "x" } };
    const { code, json, stderr } = await check([file("schema.json", bad), "--lang", "en"]);
    expect(code).toBe(2);
    expect(json.error).toBe("schema");
    const paths = json.violations.map(({ path }) => path);
    expect(paths).toEqual([
      "application.services.0.languages.0",
      "application.services.1.languages.0",
      "application.owner",
    ]);
    for (const { path, message } of json.violations) expect(stderr).toContain(`${path}: ${message}`);
  });

  test("takes no prototype for a field", async () => {
    const { code, json } = await check([
      file("proto.json", '{"schemaVersion":1,"__proto__":{"application":1}}'),
    ]);
    expect([code, json.violations.map(({ path }) => path)]).toEqual([2, ["__proto__"]]);
  });

  test("says how it is called when asked", async () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ["scripts/check-file.mjs", "--help", "--lang", "en"],
      {
        encoding: "utf8",
      },
    );
    expect([status, stdout.trim()]).toEqual([0, expect.stringMatching(/^Usage: .*--now/)]);
  });

  test.each([
    ["no file", [], "usage"],
    ["two files", ["a.json", "b.json"], "usage"],
    ["an unknown option", ["a.json", "--policy", "x"], "usage"],
    ["an unknown language", ["a.json", "--lang", "fr"], "usage"],
    ["a time that is none", ["a.json", "--now", "2026-02-30"], "usage"],
    ["a missing file", ["nowhere.json"], "file"],
    ["a folder", [folder], "file"],
    ["no JSON", [file("none.json", "{")], "json"],
    ["no UTF-8", ["-"], "json", Buffer.from([0x22, 0xff, 0x22])],
    ["more than two megabytes", ["-"], "file", Buffer.alloc(2 * 1024 * 1024 + 1, " ")],
  ])("ends with 2 and one clear line: %s", async (_, args, error, input) => {
    const { code, json, stderr } = await check(args, { input });
    expect([code, json.error]).toEqual([2, error]);
    expect(stderr.split("\n")[0]).toBe(json.message);
  });
});
