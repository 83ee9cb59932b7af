import { cpus } from "node:os";
import type { Entry } from "./ledger";

/** What a run came to. */
export class Figures {
  kills = 0;
  whileStarting = 0;
  acknowledged = 0;
  refused = 0;
  present = 0;
  absent = 0;
  violations = 0;
  readonly restarts: number[] = [];
  readonly kinds = new Map<string, number>();

  add(entries: readonly Entry[]): void {
    for (const { kind, outcome } of entries) {
      if (outcome === "refused") this.refused += 1;
      if (outcome !== "acknowledged") continue;
      this.acknowledged += 1;
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    }
  }

  private restart(share: number): string {
    const sorted = [...this.restarts].sort((a, b) => a - b);
    const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return at === undefined ? "none" : `${(at / 1000).toFixed(2)} s`;
  }

  table({ seed, minutes }: { readonly seed: number; readonly minutes: number }): string {
    const kinds = [...this.kinds].sort(([, a], [, b]) => b - a).map(([kind, n]) => `${kind} ${n}`);
    const rows: readonly (readonly [string, string | number])[] = [
      ["kills", `${this.kills} (${this.whileStarting} of them while starting)`],
      ["operations acknowledged", this.acknowledged],
      ["  of them lost, doubled or half done", this.violations],
      ["refused", this.refused],
      ["unsure (the connection broke)", this.present + this.absent],
      ["  found whole", this.present],
      ["  not there at all", this.absent],
      ["restart, median", this.restart(0.5)],
      ["restart, 95 of 100", this.restart(0.95)],
      ["seed", seed],
      ["took", `${minutes.toFixed(1)} minutes`],
      ["machine", `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, Node ${process.versions.node}`],
    ];
    const width = Math.max(...rows.map(([name]) => name.length));
    return [
      ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
      `what: ${kinds.join(", ")}`,
    ].join("\n");
  }
}
