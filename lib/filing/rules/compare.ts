import type { Level } from "../policy/types";
import type { Finding } from "./types";

/** What a second judgement of the same document says otherwise. */
export interface ComparedFinding {
  readonly change: "new" | "gone" | "level";
  /** As the later judgement has it; as the earlier one had it when it is gone. */
  readonly finding: Finding;
  /** Level before and after; null where it did not speak. */
  readonly before: Level | null;
  readonly after: Level | null;
}

const idOf = ({ rule, path, message }: Finding): string => `${rule} ${path} ${message}`;
const byId = (findings: readonly Finding[]) => new Map(findings.map((finding) => [idOf(finding), finding]));

/** Findings that came, went or changed their level between two judgements. */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): readonly ComparedFinding[] {
  const [old, now] = [byId(before), byId(after)];
  const out: ComparedFinding[] = [];
  for (const [id, finding] of now) {
    const was = old.get(id);
    if (was === undefined) out.push({ change: "new", finding, before: null, after: finding.level });
    else if (was.level !== finding.level)
      out.push({ change: "level", finding, before: was.level, after: finding.level });
  }
  for (const [id, finding] of old)
    if (!now.has(id)) out.push({ change: "gone", finding, before: finding.level, after: null });
  return out;
}
