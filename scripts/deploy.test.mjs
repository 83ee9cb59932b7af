import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inProject } from "./lib/project.mjs";

const read = (...path) => readFileSync(inProject(...path), "utf8");
const deployed = (name) => read("scripts", "deploy", name);
const units = readdirSync(inProject("scripts", "deploy")).filter((name) => name.endsWith(".service"));

/** `Name=value` lines of a unit. */
const settings = (name) =>
  deployed(name)
    .split("\n")
    .filter((line) => /^[A-Z]\w+=/.test(line));

test("nginx lets through what the upload route lets through, and no more", () => {
  const [, megabytes] = /client_max_body_size (\d+)m;/.exec(deployed("nginx.conf")) ?? [];
  const [, route] = /maxBytes: (\d+) \* 1024 \* 1024/.exec(
    read("app", "api", "orders", "[id]", "materials", "route.ts"),
  );
  expect(Number(megabytes)).toBe(Number(route));
});

test("nginx passes on what the console asks for, and drops what it must not hear", () => {
  const conf = deployed("nginx.conf");
  for (const header of ["Connection", "Upgrade", "X-Middleware-Subrequest"])
    expect(conf).toContain(`proxy_set_header ${header} "";`);
  expect(conf).toContain("proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;");
  expect(conf).toContain("proxy_request_buffering off;");
  const [, port] = /^PORT=(\d+)$/m.exec(deployed("icp-console.env")) ?? [];
  expect(conf).toContain(`proxy_pass http://127.0.0.1:${port};`);
});

test("the environment file names nothing the console does not read", () => {
  const names = deployed("icp-console.env").match(/^[A-Z_]+(?==)/gm) ?? [];
  const known = `${read("lib", "env.ts")} ${read("scripts", "lib", "serve.mjs")}`;
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(known))).toEqual([]);
});

test("every unit is hardened alike and runs a script there is", () => {
  const own =
    /^(Description|Wants|After|Type|ExecStart|Environment|Restart|RestartSec|TimeoutStopSec|WantedBy|ReadWritePaths)=/;
  const hardening = units.map((name) => settings(name).filter((line) => !own.test(line)));
  expect(units).toHaveLength(3);
  for (const lines of hardening) expect(lines).toEqual(hardening[0]);
  expect(hardening[0]).toContain("ProtectSystem=strict");
  for (const name of units) {
    const [, script] = /ExecStart=.*?(scripts\/\w+\.(?:mjs|ts))/.exec(deployed(name)) ?? [];
    expect(readFileSync(inProject(script ?? "missing")).length, name).toBeGreaterThan(0);
  }
});

test("README names every file", () => {
  for (const name of readdirSync(inProject("scripts", "deploy"))) expect(read("README.md")).toContain(name);
});
