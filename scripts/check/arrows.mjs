const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith("lib/quality/");
const within =
  (...folders) =>
  (path) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const packages =
  (...names) =>
  (path) =>
    names.some((name) => path === name || path.startsWith(`${name}/`));

/** The engine and its dialect; the query words of drizzle-orm itself are the same for every engine. */
const ENGINE = (path) => packages("better-sqlite3")(path) || path.startsWith("drizzle-orm/");
const FRAMEWORK = packages("next", "react", "react-dom", "next-intl", "next-auth", "react-hook-form");

/**
 * The directions of design.md §2. Each arrow names who (`from`), what it may not import (`not`, ours, or
 * `notPackage`), and who is excepted (`except`). `typesAllowed` lets types pass.
 */
export const arrows = [
  {
    says: "lib/filing is a leaf: it imports zod and itself only",
    from: within("lib/filing"),
    not: (to) => !within("lib/filing")(to),
    notPackage: (name) => !packages("zod")(name),
    testsExempt: (to, external) =>
      external || within("db", "app", "components", "lib/usecases")(to) === false,
  },
  {
    says: "only use cases and composition import db",
    from: (path) => !within("db")(path),
    not: within("db"),
    except: within(
      "lib/usecases",
      "lib/audit",
      "lib/boot",
      "lib/work",
      "lib/http",
      "lib/inventory",
      "lib/domains",
      "lib/business",
      "lib/authority/manual",
      "scripts",
      "instrumentation.ts",
      "drizzle.config.ts",
    ),
    testsExempt: () => true,
    typesAllowed: (from) => within("lib")(from),
  },
  {
    says: "pages and components never touch the database",
    from: within("app", "components", "e2e"),
    not: within("db"),
    notPackage: packages("drizzle-orm"),
  },
  {
    says: "only db, and what keeps a file of its own, knows which engine it is",
    from: (path) => within("app", "components", "lib")(path),
    notPackage: ENGINE,
    except: within("lib/authority", "lib/limits"),
    testsExempt: () => true,
    typesAllowed: () => false,
  },
  {
    says: "components receive view models: no use case, no page",
    from: within("components"),
    not: within("lib/usecases", "app"),
    typesAllowed: (_from, to) => within("lib/usecases")(to),
  },
  {
    says: "links are those of components/ui/link, which ask for nothing ahead of time",
    from: within("app", "components"),
    notPackage: packages("next/link"),
    except: within("components/ui/link.tsx"),
  },
  {
    says: "lib and db know nothing of pages and components",
    from: within("lib", "db"),
    not: within("app", "components", "e2e"),
  },
  {
    says: "db knows nothing of use cases",
    from: within("db"),
    not: within("lib/usecases"),
    except: within("db/seeds"),
    testsExempt: () => true,
  },
  {
    says: "use cases and the database know nothing of the framework",
    from: within("lib/usecases", "db"),
    notPackage: FRAMEWORK,
  },
  {
    says: "applicants and reviewers never read the authority's own system",
    from: within("app/console", "app/review"),
    not: within("lib/authority"),
  },
  {
    says: "the authority is another system: it never reads the provider's database or use cases",
    from: within("lib/authority"),
    not: within("db", "lib/usecases"),
    // Staff by hand are the provider's own; still, use cases stand on the gateway and not below it.
    except: within("lib/authority/manual"),
    testsExempt: () => true,
  },
  {
    says: "the manual gateway stands below the use cases",
    from: within("lib/authority/manual"),
    not: within("lib/usecases"),
    testsExempt: () => true,
  },
];

/** Whether an import goes against an arrow. */
export function breaks(arrow, { from, to, typeOnly, external }) {
  if (!arrow.from(from) || arrow.except?.(from)) return false;
  const isForbidden = external ? arrow.notPackage?.(to) : arrow.not?.(to);
  if (!isForbidden) return false;
  if (isTest(from) && arrow.testsExempt?.(to, external)) return false;
  return !(typeOnly && arrow.typesAllowed?.(from, to));
}
