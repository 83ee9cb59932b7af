import { ApplicationDraft } from "@/lib/filing/application/draft";
import { PROVINCES } from "@/lib/filing/policy";
import { BOOK, blocking, checkApplication, findingsOf, requiredMaterials } from "@/lib/filing/rules";
import { caseOf } from "@/lib/filing/rules/case";
import { FactsSchema } from "@/lib/filing/rules/facts-schema";
import type { Rule, RuleContext } from "@/lib/filing/rules/types";
import { benchContext } from "./application";
import { measure, type Timing } from "./measure";

/**
 * `npm run bench`: what a complete check of a large application costs, compared with parsing the same document.
 * `--report` only prints; `--rules` adds what each rule costs, `--provinces` what each province does.
 */
/**
 * 广东: of the provinces for which the synthetic numbers make a clean application the one that asks most (`--provinces`
 * shows that the others cost the same within the noise).
 */
const STRICTEST = "440000";
const TARGET = { parses: 3, micros: 500, doubled: 2.2 } as const;
const COPIES = 64;
const TWICE: readonly Rule[] = [...BOOK, ...BOOK.map((rule) => ({ ...rule, id: `again.${rule.id}` }))];

/** Each call gets another copy, read as each request reads its own: nothing may be remembered from one to the next. */
function byTurns<T>(copies: readonly T[], use: (copy: T) => unknown): () => unknown {
  let next = 0;
  return () => {
    next = (next + 1) % copies.length;
    return use(copies[next] as T);
  };
}

const copiesOf = (ctx: RuleContext): readonly RuleContext[] =>
  Array.from({ length: COPIES }, () => ({
    ...ctx,
    application: ApplicationDraft.parse(structuredClone(ctx.application)),
    facts: FactsSchema.parse(structuredClone(ctx.facts)),
  }));

/** The whole check: every rule, unknown facts blocking, and the list of materials. */
function complete(ctx: RuleContext, book: readonly Rule[]): number {
  const c = caseOf(ctx);
  return checkApplication(c, { unknown: "block", book }).length + requiredMaterials(c).length;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const us = (value: number) => `${value.toFixed(1).padStart(8)} µs`;
const row = (what: string, { min, median }: Timing) =>
  say(`${what.padEnd(34)}${us(min)} best ${us(median)} median`);

function whole(ctx: RuleContext): boolean {
  const copies = copiesOf(ctx);
  const { parse, check, doubled } = measure({
    parse: byTurns(copies, ({ application }) => ApplicationDraft.parse(application)),
    check: byTurns(copies, (copy) => complete(copy, BOOK)),
    doubled: byTurns(copies, (copy) => complete(copy, TWICE)),
  });
  row("one zod parse of the document", parse);
  row(`complete check, ${BOOK.length} rules`, check);
  row(`the same with ${TWICE.length} rules`, doubled);
  // The best samples: other programs can only ever add to a time.
  const ratios = { parses: check.min / parse.min, doubled: doubled.min / check.min };
  const verdict = (value: number, limit: number) => `${value.toFixed(2)} (at most ${limit})`;
  say(`check / parse                     ${verdict(ratios.parses, TARGET.parses)}`);
  say(`twice the rules / once            ${verdict(ratios.doubled, TARGET.doubled)}`);
  say(`goal of 0.5 ms                    ${check.min <= TARGET.micros ? "kept" : "missed"}`);
  return ratios.parses <= TARGET.parses && ratios.doubled <= TARGET.doubled;
}

/** What each rule costs by itself, the dearest first; what several share is derived before. */
function rules(ctx: RuleContext): void {
  const c = caseOf(ctx);
  checkApplication(c, { unknown: "block" });
  const times = BOOK.map((rule) => {
    const { rule: time } = measure(
      { rule: () => findingsOf(rule, c) },
      { samples: 10, warmUpMs: 20, sampleMs: 1 },
    );
    return { id: rule.id, time };
  }).sort((a, b) => b.time.min - a.time.min);
  for (const { id, time } of times.slice(0, 40)) row(id, time);
  say(`all ${times.length}: ${us(times.reduce((sum, { time }) => sum + time.min, 0))}`);
}

function provinces(): void {
  for (const { code, name } of PROVINCES) {
    const ctx = benchContext(code);
    const asked = requiredMaterials(ctx).length + checkApplication(ctx, { unknown: "block" }).length;
    const { check } = measure(
      { check: () => complete(ctx, BOOK) },
      { samples: 20, warmUpMs: 60, sampleMs: 2 },
    );
    say(`${name.padEnd(6)} ${String(asked).padStart(4)} findings and materials ${us(check.min)}`);
  }
}

const ctx = benchContext(STRICTEST);
const open = blocking(checkApplication(ctx, { unknown: "block" }));
for (const { rule, path } of open) say(`not clean: ${rule} ${path}`);
const kept = whole(ctx);
if (process.argv.includes("--rules")) rules(ctx);
if (process.argv.includes("--provinces")) provinces();
if (open.length > 0 || (!kept && !process.argv.includes("--report"))) process.exitCode = 1;
