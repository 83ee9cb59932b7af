import tseslint from "typescript-eslint";

/** Biome does the rest: ESLint is here only for what needs types, and for what Biome cannot say. */
const noDrizzleTransaction = {
  selector: "CallExpression[callee.property.name='transaction']",
  message: "Use withTransaction: drizzle's own transaction does not roll back an async body here.",
};

const ambient = (what) => `lib/filing is pure: ${what} arrives as an argument.`;

const impure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: ambient("the time") },
  { selector: "CallExpression[callee.name='Date']", message: ambient("the time") },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: ambient("the time"),
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: ambient("randomness"),
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]",
    message: "lib/filing knows Asia/Shanghai only: the server's own zone decides what this call answers.",
  },
  {
    selector: "ImportExpression",
    message: "lib/filing imports statically, so that its directions can be checked.",
  },
];

const impureGlobals = [
  "process",
  "global",
  "globalThis",
  "window",
  "document",
  "navigator",
  "localStorage",
  "sessionStorage",
  "fetch",
  "crypto",
  "performance",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "require",
].map((name) => ({ name, message: ambient("the outside world") }));

export default tseslint.config(
  { ignores: ["**/node_modules/**", "**/.next*/**", ".data*/**", "next-env.d.ts", "**/*.mjs", "**/*.js"] },
  {
    files: ["**/*.ts", "**/*.tsx", "**/*.mts"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-floating-promises": ["error", { checkThenables: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "no-restricted-syntax": ["error", noDrizzleTransaction],
    },
  },
  { files: ["db/transaction.ts", "db/transaction.test.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["lib/filing/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": ["error", noDrizzleTransaction, ...impure],
      "no-restricted-globals": ["error", ...impureGlobals],
    },
  },
);
