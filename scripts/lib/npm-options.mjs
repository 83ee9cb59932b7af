/**
 * `npm run policy --at 2025-01-01` without the `--`: npm keeps the option for itself, tells of it in the environment
 * only, and passes the value as a word alone. Gives the arguments as they were meant, so that an option is never
 * ignored in silence.
 *
 * @param {readonly string[]} args what npm passed
 * @param {Readonly<Record<string, "value" | "flag">>} options what the command knows
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function withNpmOptions(args, options, env = process.env) {
  const words = [...args];
  const back = [];
  for (const [name, kind] of Object.entries(options)) {
    const kept = env[`npm_config_${name}`];
    if (kept === undefined || kept === "") continue;
    if (kind === "flag") back.push(`--${name}`);
    else if (kept !== "true") back.push(`--${name}=${kept}`);
    else back.push(`--${name}`, ...words.splice(-1));
  }
  return [...words, ...back];
}
