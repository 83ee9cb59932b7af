import { readdirSync } from "node:fs";
import { root } from "./paths";

export interface AppPage {
  /** `app/console/orders/[id]/page.tsx`. */
  readonly file: string;
  /** Its address with these values for its parameters. */
  path(params: Readonly<Record<string, string>>): string;
}

/** Every page below a folder of `app`, read off the disk: a new page is tested without being listed. */
export function pagesBelow(folder: string): readonly AppPage[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith("/page.tsx"))
    .sort()
    .map((file) => ({ file, path: (params) => pathOf(file, params) }));
}

function pathOf(file: string, params: Readonly<Record<string, string>>): string {
  const path = file
    .replace(/^app/, "")
    .replace(/\/page\.tsx$/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\[(\w+)\]/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`${file}: no value for [${name}]`);
      return value;
    });
  return path || "/";
}
