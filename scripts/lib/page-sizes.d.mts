/** kB a page and a step of the form may load above the framework's own code. */
export const KILOBYTES: { readonly page: number; readonly form: number };
/** Bytes a script weighs on its way to the browser. */
export function gz(code: Uint8Array | string): number;
/** The framework's floor: the scripts every page of a build loads before its own code. */
export function floorFiles(dist: string): readonly string[];
