import { blank } from "../../application/access";
import type { AppDraft } from "../../application/draft";
import { GAME_CONTENT, PUBLISHING_PERMIT } from "../../policy/permit-topics";
import { TEST_GAME_PLATFORMS, type TestGamePlatform } from "../../policy/test-games";
import type { Case } from "../case";
import { each, eachAll, missing, NONE, plainName, servicePath } from "../parts";
import { hasTopics, holds, TOPIC_READS, topicsOf } from "../permits";
import type { Rule, Verdict } from "../types";

const KIND = "services[*].kind";
const TYPES = "services[*].preApprovals[*].type";
const field = (name: string) => servicePath("*", name);

/** Its own name or content says game; the unit's scope alone does not make every APP one. */
const looksLikeGame = (c: Case, app: AppDraft): boolean =>
  (app.contents?.includes(GAME_CONTENT) ?? false) ||
  (hasTopics(c) &&
    topicsOf(c, app).some(({ topic, path }) => topic.id === "games" && path === servicePath(app.id, "name")));

/** A playable game brings its publication number in a permit 出版; a test game has none yet. */
function gamePermit(app: AppDraft): readonly Verdict[] {
  if (app.game !== "PLAYABLE" || app.testGame === true) return NONE;
  const out: Verdict[] = [];
  if (blank(app.gameNumber)) out.push(missing(servicePath(app.id, "gameNumber"), "service.gameNumber"));
  if (!holds(app, [PUBLISHING_PERMIT]))
    out.push({ path: servicePath(app.id, "preApprovals"), message: "permit" });
  else if (numberDiffers(app))
    out.push({ path: servicePath(app.id, "gameNumber"), message: "differs", level: "warn" });
  return out;
}

function numberDiffers({ gameNumber, preApprovals }: AppDraft): boolean {
  if (blank(gameNumber)) return false;
  const numbers = preApprovals?.flatMap(({ type, permitNo }) =>
    type === PUBLISHING_PERMIT && permitNo !== undefined && !blank(permitNo) ? [plainName(permitNo)] : [],
  );
  return numbers !== undefined && numbers.length > 0 && !numbers.includes(plainName(gameNumber ?? ""));
}

const endsLike = (name: string | undefined, { nameEnding }: TestGamePlatform): boolean =>
  plainName(name ?? "").endsWith(plainName(nameEnding));

function testGame(app: AppDraft): readonly Verdict[] {
  if (app.testGame !== true) return NONE;
  const platform = TEST_GAME_PLATFORMS.find((one) => endsLike(app.name, one));
  if (platform === undefined) {
    const endings = TEST_GAME_PLATFORMS.map(({ nameEnding }) => nameEnding).join(" ");
    return [{ path: servicePath(app.id, "name"), message: "name", params: { endings } }];
  }
  const params = { platform: platform.name, mark: platform.packageMark };
  const wrong = (app.packages ?? []).filter(
    ({ packageName }) => !blank(packageName) && !packageName?.includes(platform.packageMark),
  );
  if (wrong.length === 0)
    return [{ path: servicePath(app.id, "packages"), message: "only-there", level: "info", params }];
  return wrong.map(({ id }) => ({ path: servicePath(app.id, `packages[${id}].packageName`), params }));
}

function sdk({ id, sdks = [], noSdk }: AppDraft): readonly Verdict[] {
  const path = servicePath(id, "sdks");
  if (noSdk === true) return sdks.length > 0 ? [{ path, message: "both" }] : NONE;
  if (sdks.length === 0) return [{ path, params: { field: "service.sdks" } }];
  return sdks.flatMap((entry) =>
    (["functionType", "vendor"] as const)
      .filter((name) => blank(entry[name]))
      .map((name) => missing(servicePath(id, `sdks[${entry.id}].${name}`), `sdk.${name}`)),
  );
}

/** Games and external SDKs. */
export const APP_CONTENT_RULES: readonly Rule[] = [
  {
    id: "app.game-answered",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题 (DF §6.10)",
    reads: [...TOPIC_READS, field("contents"), field("game")],
    check: (c) =>
      each(c.apps, (app) => {
        if (!looksLikeGame(c, app)) return undefined;
        const path = servicePath(app.id, "game");
        if (app.game === undefined) return { path, params: { field: "service.game" } };
        return app.game === "NONE" ? { path, message: "none", level: "warn" } : undefined;
      }),
  },
  {
    id: "app.game-permit",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题 (DF §12 #39)",
    reads: [
      KIND,
      TYPES,
      "services[*].preApprovals[*].permitNo",
      ...["game", "gameNumber", "testGame"].map(field),
    ],
    rejection: ["PREAPPROVAL_SCOPE"],
    check: (c) => (c.apps.length === 0 ? NONE : eachAll(c.apps, gamePermit)),
  },
  {
    id: "app.game-person",
    topic: "app",
    level: "error",
    source: "S4: 前置审批; APP 备案常见问题",
    reads: ["entity.nature", KIND, field("game")],
    rejection: ["CONTENT_NOT_NATURE"],
    check: (c) =>
      c.isPerson
        ? each(c.apps, ({ id, game }) =>
            game === "PLAYABLE" ? { path: servicePath(id, "game") } : undefined,
          )
        : NONE,
  },
  {
    id: "app.test-game",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题 (DF §15 D35)",
    reads: [KIND, ...["name", "testGame", "packages"].map(field)],
    check: (c) => (c.apps.length === 0 ? NONE : eachAll(c.apps, testGame)),
  },
  {
    id: "app.sdk",
    topic: "app",
    level: "error",
    source: "S4: APP 备案常见问题",
    reads: [KIND, field("sdks"), field("noSdk")],
    check: (c) => (c.apps.length === 0 ? NONE : eachAll(c.apps, sdk)),
  },
];
