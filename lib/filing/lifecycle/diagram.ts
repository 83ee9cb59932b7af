import { FINAL_STATES } from "./states";
import type { Transition } from "./transition-row";
import { TRANSITIONS } from "./transitions";

/** Whatever a reviewer may, a supervisor may: naming him every time would only fill the picture. */
const who = (row: Transition) => row.by.filter((kind) => kind !== "supervisor").join(", ");
const label = (row: Transition) => `${row.note ?? row.command.replaceAll("_", " ")} (${who(row)})`;

/** The table as a Mermaid state diagram: one arrow for each pair of states. What changes no state is left out. */
export function stateDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const row of TRANSITIONS) {
    if (row.to === "same") continue;
    for (const from of row.from) {
      const arrow = `${from} --> ${row.to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), label(row)]);
    }
  }
  return [
    "stateDiagram-v2",
    "  [*] --> DRAFT: open (applicant)",
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join("<br/>")}`),
    ...FINAL_STATES.map((state) => `  ${state} --> [*]`),
  ].join("\n");
}

/** What is done in a state without leaving it, as a Markdown table. */
function stationaryTable(): string {
  const rows = TRANSITIONS.filter((row) => row.to === "same" && row.emits.length > 0);
  const states = (row: Transition) => row.from.map((state) => `\`${state}\``).join(" ");
  const events = (row: Transition) => row.emits.map((type) => `\`${type}\``).join(" ");
  return [
    "| command | by | in | writes |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.command} | ${who(row)} | ${states(row)} | ${events(row)} |`),
  ].join("\n");
}

export const BEGIN = "<!-- states:begin -->";
export const END = "<!-- states:end -->";

/** The part of ARCHITECTURE.md that `npm run states` writes, markers included. */
export const stateSection = (): string => `${BEGIN}
\`\`\`mermaid
${stateDiagram()}
\`\`\`

A supervisor may whatever a reviewer may. Without a change of state:

${stationaryTable()}

Generated from \`lib/filing/lifecycle/transitions.ts\` by \`npm run states\`; do not edit by hand.
${END}`;
