import type { Source } from "./source";

/** A platform that issues aid documents for games still without a publication number (DF §7.7, §15 D35). */
export interface TestGamePlatform {
  readonly name: string;
  /** What package names of its test games contain. */
  readonly packageMark: string;
  /** What names of its test games end with, brackets of either width. */
  readonly nameEnding: string;
  readonly source: Source;
}

export const TEST_GAME_PLATFORMS: readonly TestGamePlatform[] = [
  {
    name: "TapTap",
    packageMark: "game.TapTap.",
    nameEnding: "（TapTap 测试版）",
    source: "S4: APP 备案常见问题",
  },
];
