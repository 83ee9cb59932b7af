import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";

const CODE = /\.(ts|tsx|mts)$/;
const SKIPPED = /^(node_modules|\..*|public|shots|test-results|playwright-report)$/;

function codeFiles(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return SKIPPED.test(entry.name) ? [] : codeFiles(path);
    return CODE.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

function isTypeOnly(node) {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named) || named.elements.length === 0) return false;
  return named.elements.every((element) => element.isTypeOnly);
}

/** Every import, re-export, `import()`, `require()` and `import("…")` type of one file. */
function importsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found = [];
  const note = (node, literal, typeOnly) => {
    if (!literal || !ts.isStringLiteralLike(literal)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ specifier: literal.text, line: line + 1, typeOnly });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      note(node, node.moduleSpecifier, isTypeOnly(node));
    } else if (ts.isCallExpression(node)) {
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
      if (isImport || isRequire) note(node, node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      note(node, node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function fileAt(path) {
  const candidates = [path, ...[".ts", ".tsx", ".mts"].map((end) => path + end)];
  candidates.push(join(path, "index.ts"), join(path, "index.tsx"));
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

/**
 * Who imports whom below `root`: [{ from, to, line, typeOnly }] with paths relative to it; what is not ours
 * (packages, node:*) is `to` as it was written, with `external: true`. Answers the files too.
 */
export function importGraph(root) {
  const name = (path) => relative(root, path).split(sep).join("/");
  const files = codeFiles(root).sort();
  const imports = files.flatMap((file) =>
    importsOf(file).map(({ specifier, line, typeOnly }) => {
      const isOurs = specifier.startsWith("@/") || specifier.startsWith(".");
      if (!isOurs) return { from: name(file), to: specifier, line, typeOnly, external: true };
      const path = specifier.startsWith("@/")
        ? join(root, specifier.slice(2))
        : resolve(dirname(file), specifier);
      return { from: name(file), to: name(fileAt(path) ?? path), line, typeOnly, external: false };
    }),
  );
  return { files: files.map(name), imports };
}

/** Circles of imports, each once, as lists of files; type imports count: they tie the knot just as tightly. */
export function circles({ files, imports }) {
  const targets = new Map(files.map((file) => [file, []]));
  for (const { from, to, external } of imports) if (!external && targets.has(to)) targets.get(from)?.push(to);
  const state = new Map();
  const path = [];
  const found = [];
  const visit = (file) => {
    state.set(file, "open");
    path.push(file);
    for (const target of targets.get(file) ?? []) {
      if (state.get(target) === "open") found.push([...path.slice(path.indexOf(target)), target]);
      else if (!state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of files) if (!state.has(file)) visit(file);
  return found;
}
