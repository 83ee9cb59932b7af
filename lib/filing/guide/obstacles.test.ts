import { describe, expect, it, test } from "vitest";
import { PROVINCES } from "../policy";
import { OFFLINE_WORKING_DAYS, offlineChannel } from "../policy/offline-cancellation";
import { ANSWERS } from "./cancellation";
import { slugOfObstacle } from "./obstacle-slug";
import {
  CAUSES,
  causesOf,
  type Fit,
  OBSTACLE_OF_ANSWER,
  OBSTACLES,
  obstacleBySlug,
  obstacleOf,
} from "./obstacles";
import { deriveOrderType, type TypeInputs, UNFILED } from "./order-type";
import { WAYS, type WayId } from "./ways-out";

const nobody: TypeInputs = {
  ...{ entityFiled: false, entityKnownHere: false, entityInOtherAccount: false },
  ...{ entityIsShell: false, organizerInFlight: false, service: UNFILED },
};
const filed = { ...UNFILED, filed: "same-entity" as const };

describe("situations that stop somebody", () => {
  test.each<[string, Partial<TypeInputs>]>([
    ["DOMAIN_ALREADY_FILED", { service: { ...UNFILED, filed: "other-entity" } }],
    ["DOMAIN_CONFLICT", { service: { ...UNFILED, inFlightElsewhere: true } }],
    ["ORGANIZER_CONFLICT", { organizerInFlight: true }],
    ["SHELL_ENTITY", { entityFiled: true, entityIsShell: true }],
    ["NUMBER_MISMATCH", { entityFiled: true, service: { ...filed, numberMismatch: true } }],
    ["ENTITY_IN_OTHER_ACCOUNT", { entityFiled: true, entityInOtherAccount: true }],
    ["NOTHING_TO_ADD", { entityFiled: true, entityKnownHere: true, service: { ...filed, accessHere: true } }],
  ])("%s is met, and has a page", (block, inputs) => {
    const outcome = deriveOrderType({ ...nobody, ...inputs });
    if (outcome.kind !== "blocked") throw new Error("not blocked");
    expect(obstacleOf(outcome.block)).toBe(block);
  });

  test.each(OBSTACLES)("%s has causes, each with a way that helps", (obstacle) => {
    expect(CAUSES[obstacle].length).toBeGreaterThan(0);
    for (const { ways } of CAUSES[obstacle]) {
      expect(ways.filter(([, fit]) => fit !== "no").length).toBeGreaterThan(0);
      for (const [way] of ways) expect(WAYS[way].steps).toBeGreaterThan(0);
    }
    expect(obstacleBySlug(slugOfObstacle(obstacle))).toBe(obstacle);
  });

  it("has no page for an address nobody made", () => {
    expect(["DOMAIN_CONFLICT", "", "__proto__", "shell"].map(obstacleBySlug)).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("has a use for every way", () => {
    const used = new Set(
      OBSTACLES.flatMap((one) => CAUSES[one].flatMap(({ ways }) => ways.map(([way]) => way))),
    );
    used.add("add-to-shell");
    expect([...used].sort()).toEqual(Object.keys(WAYS).sort());
  });

  /** DF §15 D16: cause by remedy. */
  const REMEDIES: readonly WayId[] = ["correct-there", "access-then-change", "cancel-and-refile"];
  test.each<[string, readonly Fit[]]>([
    ["renamed-and-lost", ["yes", "province", "yes"]],
    ["numbers-apart", ["yes", "no", "yes"]],
    ["squatted-domain", ["no", "no", "no"]],
  ])("access impossible, %s", (id, fits) => {
    const ways = new Map(CAUSES.ACCESS_IMPOSSIBLE.find((one) => one.id === id)?.ways);
    expect(REMEDIES.map((way) => ways.get(way))).toEqual(fits);
  });

  it("a bought domain goes to the authority of its province (DF §10.6)", () => {
    const squatted = CAUSES.ACCESS_IMPOSSIBLE.find(({ id }) => id === "squatted-domain");
    expect(squatted?.ways.at(-1)).toEqual(["authority-form", "yes"]);
    expect(WAYS["authority-form"]).toMatchObject({ steps: 4, offline: true });
    expect(WAYS["authority-form"].prepare).toEqual(
      expect.arrayContaining(["domain-certificate", "explanation", "cancellation-form"]),
    );
  });

  it("a shell may add a service only where the provider says so", () => {
    const ways = (provinces: readonly string[], province?: string) =>
      causesOf("SHELL_ENTITY", province, { shellDirectAddProvinces: provinces }).map(
        ({ ways: [first] }) => first?.[0],
      );
    expect(ways([], "110000")).toEqual(["shell-offline", "shell-offline"]);
    expect(ways(["110000"], "110000")).toEqual(["add-to-shell", "add-to-shell"]);
    expect(ways(["110000"], "310000")).toEqual(["shell-offline", "shell-offline"]);
    expect(ways(["110000"])).toEqual(["shell-offline", "shell-offline"]);
    expect(causesOf("UNKNOWN", "110000", { shellDirectAddProvinces: ["110000"] })).toBe(CAUSES.UNKNOWN);
  });

  it("answers of the helper that are no order of ours lead to a page", () => {
    const led = ANSWERS.filter((answer) => OBSTACLE_OF_ANSWER[answer] !== undefined);
    expect(led).toEqual(["offline-shell", "authority-form", "old-provider", "other-account"]);
  });
});

/** The printed table, DF §11.7. */
const OWN: Readonly<Record<string, readonly [kind: string, form: string | null, shells: boolean]>> = {
  山东: ["mail", "申请注销空壳主体", true],
  宁夏: ["own-page", "注销备案申请表", true],
  湖南: ["own-page", "备案注销申请表", true],
  上海: ["own-system", null, true],
  四川: ["own-system", null, false],
  广西: ["own-page", "注销备案申请表", true],
  河南: ["own-page", "注销备案申请表", true],
  浙江: ["own-page", "注销备案申请表", true],
  福建: ["contact", null, true],
};

describe("offline cancellation by province", () => {
  test.each(PROVINCES.map(({ name, code }) => [name, code] as const))("%s", (name, code) => {
    const own = Object.entries(OWN).find(([start]) => name.startsWith(start))?.[1];
    const [kind, form, namedForShells] = own ?? ["notice-list", "ICP备案注销申请表", true];
    const channel = offlineChannel(code);
    expect(channel).toMatchObject({ kind, form, namedForShells });
    expect(channel.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(channel.source).toMatch(/^(S0|S1|S4|T21)/);
  });

  it("knows nine provinces of their own, and how long it takes", () => {
    const general = offlineChannel("110000");
    expect(PROVINCES.filter(({ code }) => offlineChannel(code) !== general)).toHaveLength(
      Object.keys(OWN).length,
    );
    expect(offlineChannel("nowhere")).toBe(general);
    expect(OFFLINE_WORKING_DAYS).toBe(5);
  });
});
