// Loads TypeScript as Node itself strips it. tsx wraps every function in a helper that keeps its name, which the
// product's own build does not do, and which would be most of what small functions cost.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";

const root = new URL("../", import.meta.url);
const ENDINGS = ["", ".ts", "/index.ts"];

/** `@/lib/x` and `./x` as the bundler reads them. */
function fileOf(specifier, parent) {
  const at = specifier.startsWith("@/") ? new URL(specifier.slice(2), root) : new URL(specifier, parent);
  const ending = ENDINGS.find(
    (end) => /\.[cm]?[jt]s$/.test(at.pathname + end) && existsSync(new URL(at.href + end)),
  );
  return ending === undefined ? undefined : at.href + ending;
}

registerHooks({
  resolve(specifier, context, next) {
    const ours = /^(?:@\/|\.)/.test(specifier) && !context.parentURL?.includes("/node_modules/");
    const found = ours ? fileOf(specifier, context.parentURL) : undefined;
    return found === undefined
      ? next(specifier, context)
      : { url: found, format: "module-typescript", shortCircuit: true };
  },
});
