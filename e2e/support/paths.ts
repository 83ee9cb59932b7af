import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const dataRoot = `${root}${process.env.E2E_DATA_DIR || ".data-test"}`;
/** The seeded data directory every worker's server starts from; made once, never served. */
export const template = `${dataRoot}/template`;
/** The production build under test, made by `npm test -- --only=build`. */
export const distDir = process.env.NEXT_DIST_DIR || ".next-test";
