// Checks that imports point the way design.md §2 says, and in no circle. `--root DIR` checks another tree.
import { arrows, breaks } from "./arrows.mjs";
import { circles, importGraph } from "./import-graph.mjs";

const at = process.argv.indexOf("--root");
const root = at > 0 ? process.argv[at + 1] : process.cwd();

const graph = importGraph(root);
const problems = [
  ...graph.imports.flatMap((entry) =>
    arrows
      .filter((arrow) => breaks(arrow, entry))
      .map((arrow) => `${entry.from}:${entry.line} imports ${entry.to}: ${arrow.says}`),
  ),
  ...circles(graph).map((circle) => `circle: ${circle.join(" → ")}`),
];
// A checker that sees nothing finds nothing.
if (graph.files.length === 0) problems.push(`no source file found under ${root}`);
else if (!graph.imports.some((entry) => !entry.external))
  problems.push(`no import between our files under ${root}`);

for (const problem of problems) console.error(problem);
console.log(`${graph.files.length} files, ${graph.imports.length} imports, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
