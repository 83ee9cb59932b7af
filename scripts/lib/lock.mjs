const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** The lock's key of a dependency as Node would find it from a package, or undefined. */
function resolveFrom(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    const key = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[key]) return key;
    if (at === "") return undefined;
  }
}

/** Which platform a native package is for, by the parts of its name; undefined when it names none. */
export function platformOf(name) {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) =>
    parts.some((part) => part === processor || part === `${processor}v7`),
  );
  const isWasm = parts.includes("wasm32");
  if (!isWasm && (!os || !cpu)) return undefined;
  const libc =
    os === "linux" ? (parts.some((part) => part.startsWith("musl")) ? "musl" : "glibc") : undefined;
  return { ...(os ? { os: [os] } : {}), cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

/** Lock entries for optional native packages that the lock asks for and does not hold. */
export function missingPlatformPackages(packages) {
  const missing = {};
  for (const [key, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolveFrom(packages, key, name)) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+/.test(version))
        throw new Error(`cannot complete the lock: ${name}@${version}`);
      const at = `node_modules/${name}`;
      const place = missing[at] && missing[at].version !== version ? `${key}/${at}` : at;
      missing[place] = { version, ...(entry.dev ? { dev: true } : {}), optional: true, ...platform };
    }
  }
  return missing;
}
