import type { Page } from "@playwright/test";

export interface PageOfShots {
  readonly name: string;
  readonly persona?: string;
  readonly path: string;
  readonly act?: (tab: Page) => Promise<unknown>;
}

export const pages: readonly PageOfShots[];
