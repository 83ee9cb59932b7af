import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { BEGIN, END, stateSection } from "@/lib/filing/lifecycle/diagram";

// Writes the state diagram of the transition table into ARCHITECTURE.md, between its markers: `npm run states`.
const FILE = "ARCHITECTURE.md";
const text = existsSync(FILE)
  ? readFileSync(FILE, "utf8")
  : `# Architecture\n\n## The life of an order\n\n${BEGIN}\n${END}\n`;
const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (begin < 0 || end < begin) {
  console.error(`${FILE}: the markers ${BEGIN} and ${END} are missing.`);
  process.exitCode = 1;
} else {
  const next = text.slice(0, begin) + stateSection() + text.slice(end + END.length);
  if (next !== text) writeFileSync(FILE, next);
  console.log(next === text ? `${FILE}: current` : `${FILE}: state diagram written`);
}
