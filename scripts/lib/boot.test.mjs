import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./children.mjs";
import { hashOf } from "./hash.mjs";
import { isInstalled } from "./install.mjs";
import { missingPlatformPackages, platformOf } from "./lock.mjs";
import { isPortFree, wantedPort } from "./ports.mjs";
import { inProject } from "./project.mjs";
import { countPlaywright, countVitest } from "./reports.mjs";
import { runParts } from "./schedule.mjs";

function inTemporaryFolder(body) {
  const folder = mkdtempSync(join(tmpdir(), "boot-"));
  try {
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("port", () => {
  it("is 3000 unless PORT names another one", () => {
    expect(wantedPort(undefined)).toBe(3000);
    expect(wantedPort("")).toBe(3000);
    expect(wantedPort("8080")).toBe(8080);
    for (const wrong of ["0", "65536", "-1", "3000.5", "http"]) expect(wantedPort(wrong)).toBeUndefined();
  });

  it.each(["127.0.0.1", "::"])("is seen to be taken on %s, and start says so in one line", async (host) => {
    const other = createServer().listen(0, host);
    await once(other, "listening");
    const { port } = other.address();
    expect(await isPortFree(port)).toBe(false);
    const started = await new Promise((resolve) => {
      const env = { ...process.env, PORT: String(port) };
      execFile(process.execPath, [inProject("scripts", "start.mjs")], { env }, (error, stdout, stderr) =>
        resolve({ code: error?.code, stdout, stderr }),
      );
    });
    expect(started).toMatchObject({ code: 1, stdout: "" });
    expect(started.stderr).toMatch(new RegExp(`^Port ${port} is taken.*\n$`));
    other.close();
    await once(other, "close");
    expect(await isPortFree(port)).toBe(true);
  });
});

describe("install", () => {
  const lock = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", optional: true },
  };

  it("is needed unless everything is there in the right version, other platforms' packages apart", () => {
    const a = { "node_modules/a": { version: "1.0.0" } };
    expect(isInstalled(lock, a)).toBe(true);
    expect(isInstalled(lock, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
    expect(isInstalled(lock, { ...a, "node_modules/b": { version: "1.9.0" } })).toBe(false);
    expect(isInstalled(lock, { ...a, "node_modules/c": { version: "1.0.0" } })).toBe(false);
    expect(isInstalled(lock, {})).toBe(false);
    expect(isInstalled({}, a)).toBe(false);
  });
});

describe("package-lock.json", () => {
  const { packages } = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"));

  it("names every platform's packages: npm ci refuses it otherwise (npm run lock completes it)", () => {
    expect(missingPlatformPackages(packages)).toEqual({});
  });

  it("is completed where a package of another platform is missing", () => {
    const entry = { version: "1.0.0", dev: true, optionalDependencies: { "@x/y-darwin-arm64": "1.0.0" } };
    expect(missingPlatformPackages({ "node_modules/y": entry })).toEqual({
      "node_modules/@x/y-darwin-arm64": {
        version: "1.0.0",
        dev: true,
        optional: true,
        os: ["darwin"],
        cpu: ["arm64"],
      },
    });
    expect(platformOf("@x/y-linux-arm-musleabihf")).toEqual({ os: ["linux"], cpu: ["arm"], libc: ["musl"] });
    expect(platformOf("@x/y-wasm32-wasi")).toEqual({ cpu: ["wasm32"] });
    expect(platformOf("left-pad")).toBeUndefined();
  });

  it("brings nothing that must be compiled or run at install: scripts are off", () => {
    expect(readFileSync(inProject(".npmrc"), "utf8")).toContain("ignore-scripts=true");
    expect(Object.entries(packages).filter(([, entry]) => entry.gypfile)).toEqual([]);
  });
});

describe("hash of the sources", () => {
  it("changes with a content, a name, an addition; not with what is skipped", () => {
    inTemporaryFolder((folder) => {
      const hash = () => hashOf(folder, ["a.ts", "absent"], (path) => path.endsWith(".test.ts"));
      writeFileSync(join(folder, "a.ts"), "1");
      const first = hash();
      writeFileSync(join(folder, "a.test.ts"), "x");
      expect(hash()).toBe(first);
      writeFileSync(join(folder, "a.ts"), "2");
      expect(hash()).not.toBe(first);
    });
  });
});

describe("counting", () => {
  const count = (counter, code, report) =>
    inTemporaryFolder((folder) => {
      const file = join(folder, "report.json");
      if (report !== undefined) writeFileSync(file, report);
      return counter(code, file);
    });

  it("takes what the reports say", () => {
    const vitest = JSON.stringify({ numPassedTests: 3, numFailedTests: 2 });
    expect(count(countVitest, 1, vitest)).toEqual({ passed: 3, failed: 2 });
    const playwright = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } });
    expect(count(countPlaywright, 1, playwright)).toEqual({ passed: 4, failed: 3 });
  });

  it("takes a run without a report, without a test, or ended badly as a failure", () => {
    expect(count(countVitest, 1, undefined)).toMatchObject({ passed: 0, failed: 1 });
    expect(count(countVitest, 0, "{")).toMatchObject({ passed: 0, failed: 1 });
    expect(count(countVitest, 0, JSON.stringify({ numPassedTests: 0 }))).toMatchObject({ failed: 1 });
    expect(count(countVitest, 1, JSON.stringify({ numPassedTests: 3 }))).toEqual({ passed: 3, failed: 1 });
    expect(count(countPlaywright, 1, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("the parts of npm test", () => {
  const runAll = async (parts, execute) => {
    const log = [];
    const onDone = (part, { failed, output }) =>
      log.push(`${part.name}:${failed}${output ? `:${output}` : ""}`);
    await runParts(parts, { slots: 2, execute, onDone });
    return log;
  };
  const ok = { passed: 1, failed: 0, output: "" };

  it("all run, also after a failure; what needs the failed one is a failure too", async () => {
    const parts = [
      { name: "a" },
      { name: "b", needs: ["a"] },
      { name: "c" },
      { name: "d", needs: ["a"], regardless: true },
    ];
    const log = await runAll(parts, async ({ name }) =>
      name === "a" ? { passed: 0, failed: 1, output: "no" } : ok,
    );
    expect(log.sort()).toEqual(["a:1:no", "b:1:not run: a failed", "c:0", "d:0"]);
  });

  it("never run beside one that wants to be alone, nor more than there are slots", async () => {
    let running = 0;
    const seen = {};
    const parts = ["a", "b", "c", "d", "e"].map((name) => ({ name, alone: name === "c" }));
    await runAll(parts, async ({ name }) => {
      running += 1;
      await new Promise((resolve) => setImmediate(resolve));
      seen[name] = running;
      running -= 1;
      return ok;
    });
    expect(Math.max(...Object.values(seen))).toBeLessThanOrEqual(2);
    expect(seen.c).toBe(1);
  });

  it("that throw are failures", async () => {
    const log = await runAll([{ name: "a" }], async () => Promise.reject(new Error("broken")));
    expect(log[0]).toContain("a:1:Error: broken");
  });
});

describe("children", () => {
  it("answer with their code and what they said, also when they do not exist", async () => {
    const said = await run(process.execPath, [
      "-e",
      "console.log('out'); console.error('err'); process.exit(3)",
    ]);
    expect(said.code).toBe(3);
    expect(said.output).toContain("out");
    expect(said.output).toContain("err");
    expect(await run("/does/not/exist", [])).toMatchObject({ code: 127 });
  });
});
