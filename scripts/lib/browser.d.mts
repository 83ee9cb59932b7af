/** A Chromium that starts: its path, empty for Playwright's own; or what to do to have one. */
export function findBrowser(): Promise<
  { readonly path: string } | { readonly path?: undefined; readonly advice: string }
>;
